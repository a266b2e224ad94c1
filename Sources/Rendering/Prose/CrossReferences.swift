import BookModel
import Markdown
import Markup

/// Fills in the words of references, and remembers where they stand, so that what they lead to can
/// lead back.
struct CrossReferences {
  private let words: InterfaceWords
  private let links: ChapterLinks
  /// The numbers of this chapter.
  let numbers: LabelNumbers
  /// The references to each anchor of the page, by their numbers in the page.
  private var mentions: [String: [Int]] = [:]
  private var count = 0
  /// The chapter's references.
  private let references: [Reference]

  init(
    _ references: [Reference], numbers: LabelNumbers, words: InterfaceWords, links: ChapterLinks
  ) {
    self.references = references
    self.numbers = numbers
    self.words = words
    self.links = links
  }

  /// Fills in the references among the nodes of a document, in its order.
  mutating func fill(_ nodes: [MarkdownNode]) {
    for node in nodes where node.kind == .link {
      guard let reference = node.item.map({ references[$0] }) else { continue }
      if reference.isBroken {
        unlink(node)
      } else if let chapter = reference.chapter {
        fill(node, chapter, reference.label)
      } else if let label = reference.label, let place = numbers.places[label] {
        if node.firstChild != nil {
          node.setDestination("#" + place.anchor)
        } else {
          fill(node, place)
        }
      }
    }
  }

  /// Leaves the words of a reference that leads nowhere, or its address when it has none.
  private func unlink(_ node: MarkdownNode) {
    let text = node.insertBefore(inlineHTML: "")
    text.setHTML(opening: "<span class=\"missing\">", closing: "</span>")
    if node.firstChild == nil { node.append(text: node.destination ?? "") }
    for child in node.children { text.adopt(child) }
    node.remove()
  }

  /// The way back from what stands at an anchor to the references to it; nothing without any.
  func backlinks(to anchor: String) -> HTML? {
    guard let mentions = mentions[anchor] else { return nil }
    let links = mentions.enumerated().map { index, number -> HTML in
      "<a href=\"#\(name: "_ref-\(number)")\" aria-label=\"\(words.mention(index + 1))\">\(index + 1)</a>"
    }
    return
      " <span class=\"backlinks\"><span aria-hidden=\"true\">↩</span> \(links.joined(separator: " "))</span>"
  }

  private mutating func fill(_ node: MarkdownNode, _ place: LabelNumbers.Place) {
    count += 1
    mentions[place.anchor, default: []].append(count)
    let link: HTML =
      "<a class=\"ref\" id=\"\(name: "_ref-\(count)")\" href=\"#\(name: place.anchor)\">\(place.text(words))</a>"
    node.replace(withInlineHTML: link, words: place.text(words))
  }

  /// A reference to another chapter, or to a place in it.
  private func fill(_ node: MarkdownNode, _ chapter: String, _ label: String?) {
    let page = links.path.page(ofChapterAt: chapter)
    let entry = page.flatMap { links.outline?.entry(of: $0) }
    let place = label.flatMap { label in
      page.flatMap { links.outline?.numbers[$0]?.places[label] }
    }
    if let place { node.setDestination(chapter + "#" + place.anchor) }
    guard node.firstChild == nil else { return }
    let title = entry.map { $0.frontMatter.order.map(words.chapter) ?? $0.frontMatter.title }
    node.append(text: place?.text(words) ?? title ?? label ?? chapter)
  }
}
