import BookModel
import Markdown
import Markup
import Prose

/// A place of the text that has a name of its own, and nothing to be numbered.
struct NamedPlace {
  let name: String
  /// The element that carries the name.
  let node: MarkdownNode
  /// The words of a reference to it.
  let title: String
  let range: SourceRange
}

/// Takes the ids in braces directly behind images, `![words](picture.png){#fig-a}`, and names the images
/// by them.
struct ImageLabelReader {
  let source: SourceText
  let errors: ErrorCollector

  /// Reads the images of a document.
  func read(_ document: MarkdownDocument) -> [NamedPlace] {
    Array(document.root.descendants).compactMap { node in
      node.kind == .image && node.parent?.kind != .link ? read(node) : nil
    }
  }

  private func read(_ image: MarkdownNode) -> NamedPlace? {
    guard let text = image.nextSibling, text.kind == .text, let bytes = text.literalBytes,
      bytes.first == UInt8(ascii: "{"), let close = bytes.firstIndex(of: UInt8(ascii: "}")),
      let braces = LabelSuffix(String(decoding: bytes[...close], as: UTF8.self)),
      var id = braces.id
    else { return nil }
    let places = LiteralPlaces(of: text, in: source)
    let length = close - bytes.startIndex + 1
    let range = places.range(of: 0..<length)
    if !KebabCase.isValid(Array(id.utf8)[...]) {
      let suggestion = KebabCase.suggestion(for: Array(id.utf8)[...])
      errors.report(.prose(.wrongLabel(id, suggestion: suggestion)), at: range)
      guard let suggestion else { return nil }
      id = suggestion
    }
    if let attributes = braces.attributes {
      errors.report(.foreign(.attributes, attributes), at: range)
    }
    let rest = length..<bytes.count
    text.cut(to: rest, at: places.bytes(of: rest))
    let anchor = image.insertBefore(inlineHTML: "")
    anchor.setHTML(opening: "<a id=\"\(name: id)\">", closing: "</a>")
    return NamedPlace(name: id, node: anchor, title: image.plainText, range: range)
  }
}
