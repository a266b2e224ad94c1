import BookModel
import Markdown
import Markup

/// Leaves the listings of whole sources out of a chapter that documents the engine, where it stands in a
/// whole book.
struct ReferenceShortening {
  let words: InterfaceWords

  /// Returns the chapter without them; nil when there are none.
  func shortened(_ chapter: Chapter) -> Chapter? {
    guard chapter.frontMatter.isReference, let tree = chapter.tree else { return nil }
    let document = MarkdownDocument(tree)
    let heading = document.root.children.first {
      $0.headingLevel == 2 && label(of: $0, in: chapter) == ReferenceLabel.sources
    }
    guard let heading else { return nil }
    var node: MarkdownNode? = heading
    while let current = node {
      node = current.nextSibling
      current.remove()
    }
    document.root.appendBlock(opening: "<p>\(words.sourcesLeftOut)</p>")
    for link in Array(document.root.descendants) where link.kind == .link {
      guard link.destination?.hasPrefix("#" + ReferenceLabel.sourcePrefix) ?? false else {
        continue
      }
      link.replace(withText: link.plainText)
    }
    var shortened = chapter
    shortened.tree = document.tree
    return shortened
  }

  private func label(of heading: MarkdownNode, in chapter: Chapter) -> String? {
    heading.item.flatMap { item in
      chapter.prose.labels.indices.contains(item) ? chapter.prose.labels[item].id : nil
    }
  }
}
