import BookModel
import Markdown

/// The generated part of a chapter of the reference.
///
/// The author's sections have the names of types, and hold their examples. They come behind what is
/// generated for the type once both have been parsed; so the lines of the author's text stay what they
/// are.
public struct ReferenceText {
  /// The part as Markdown.
  public let markdown: String

  /// Generates the part.
  public init(_ chapter: Chapter, _ plan: ReferencePlan) {
    guard let page = plan.pages.first(where: { $0.path == chapter.path }) else {
      markdown = ""
      return
    }
    if page.listsNames {
      markdown = NamesPage(plan, on: page).markdown
    } else {
      markdown =
        ReferencePage(
          page.declarations, first: Self.headings(of: chapter), language: page.language
        ).markdown
    }
  }

  /// The author's headings of sections.
  private static func headings(of chapter: Chapter) -> [String] {
    guard let tree = chapter.tree else { return [] }
    return MarkdownDocument(tree).root.children.filter { $0.headingLevel == 2 }.map(\.plainText)
  }

  /// Moves the author's sections behind what is generated for the same names.
  /// - Parameters:
  ///   - chapter: the chapter with the generated part
  ///   - firstLine: the part's first line
  public func join(_ chapter: inout Chapter, below firstLine: Int) {
    guard let tree = chapter.tree else { return }
    let document = MarkdownDocument(tree)
    var authors: [String: MarkdownNode] = [:]
    for node in document.root.children where node.headingLevel == 2 {
      let title = node.plainText
      if node.start.line < firstLine {
        authors[title] = node
      } else if let own = authors.removeValue(forKey: title) {
        move(own, behind: Self.introduction(of: node))
      }
    }
    chapter.tree = document.tree
  }

  /// The last node of a section before its first smaller heading.
  private static func introduction(of heading: MarkdownNode) -> MarkdownNode {
    var last = heading
    while let next = last.nextSibling, next.headingLevel == nil { last = next }
    return last
  }

  /// Moves the nodes below a heading, and removes the heading.
  private func move(_ heading: MarkdownNode, behind place: MarkdownNode) {
    var place = place
    while let node = heading.nextSibling, node.headingLevel.map({ $0 > 2 }) ?? true {
      node.move(after: place)
      place = node
    }
    heading.remove()
  }
}
