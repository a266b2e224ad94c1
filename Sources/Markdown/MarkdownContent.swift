/// The markers of a list's items.
public enum MarkdownListMarker: Hashable, Sendable {
  /// `-`, `*` or `+`.
  case bullet
  /// Numbers from `start` on, at least 0.
  case ordered(start: Int)
}

extension MarkdownNode {
  /// The text of a text, code, code block or HTML node; nil for the others.
  public var literal: String? {
    literalBytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of `literal`.
  public var literalBytes: ArraySlice<UInt8>? {
    data.literal >= 0 ? document.tree.literal(of: data) : nil
  }

  /// The info string of a code block, trimmed; nil for other nodes and for code blocks without one.
  public var info: String? { kind == .codeBlock ? pair?.first : nil }

  /// The level of a heading, 1 to 6; nil for other nodes.
  public var headingLevel: Int? { kind == .heading ? Int(data.number) : nil }

  /// The destination of a link or an image, unescaped and not encoded; nil for other nodes.
  public var destination: String? { isAddressed ? pair?.first : nil }

  /// The title of a link or an image, empty without one; nil for other nodes.
  public var title: String? { isAddressed ? pair?.second : nil }

  /// The markers of a list's items; nil for other nodes.
  public var listMarker: MarkdownListMarker? {
    guard kind == .list else { return nil }
    return data.isOrdered ? .ordered(start: Int(data.number)) : .bullet
  }

  /// True when a list is tight: its paragraphs have no `<p>`; false for other nodes.
  public var isTight: Bool { data.isTight }

  /// The words of the node and all below it without their markup: text and code as they are, a
  /// line's end as a space. HTML is left out, unless words were put in with it.
  public var plainText: String {
    var text = plainTextOfItself
    for node in descendants { text += node.plainTextOfItself }
    return text
  }

  private var plainTextOfItself: String {
    switch kind {
    case .text, .code, .codeBlock, .block, .inlineValue, .possibleCitation: literal ?? ""
    case .softBreak, .lineBreak: " "
    case .customInline, .formula: document.tree.inlineTexts[index] ?? ""
    default: ""
    }
  }

  /// The words of the node itself for a search: text, and what was said of HTML that was put in.
  public var words: String {
    switch kind {
    case .text, .code, .softBreak, .lineBreak: return plainTextOfItself
    case .customBlock, .customLine, .customInline:
      return document.tree.words[index] ?? plainTextOfItself
    default: return ""
    }
  }

  /// The node's index among the chapter's list of its kind; nil for none.
  public var item: Int? { data.item >= 0 ? Int(data.item) : nil }

  /// The name of a recognized node: the word of an admonition, the label of a footnote, of its mark
  /// or of a caption.
  public var name: String? {
    switch kind {
    case .admonition, .footnote, .footnoteMark, .tableCaption, .figureCaption: pair?.first
    default: nil
    }
  }

  private var isAddressed: Bool { kind == .link || kind == .image }

  private var pair: MarkdownTree.Pair? {
    let place = data.pair
    return place >= 0 ? document.tree.pairs[Int(place)] : nil
  }
}
