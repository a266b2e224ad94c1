import CCmark

/// How the items of a list are marked.
public enum MarkdownListMarker: Hashable, Sendable {
  /// `-`, `*` or `+`.
  case bullet
  /// Numbers from `start` on, at least 0.
  case ordered(start: Int)
}

extension MarkdownNode {
  /// The text of a text, code, code block or HTML node; nil for the others.
  public var literal: String? { string(cmark_node_get_literal(pointer)) }

  /// What stands after the opening fence of a code block, trimmed; nil for other nodes and for
  /// code blocks without it.
  public var info: String? {
    string(cmark_node_get_fence_info(pointer)).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The level of a heading, 1 to 6; nil for other nodes.
  public var headingLevel: Int? {
    let level = Int(cmark_node_get_heading_level(pointer))
    return level > 0 ? level : nil
  }

  /// Where a link leads or an image lies, unescaped and not encoded; nil for other nodes.
  public var destination: String? { string(cmark_node_get_url(pointer)) }

  /// The title of a link or an image, empty without one; nil for other nodes.
  public var title: String? { string(cmark_node_get_title(pointer)) }

  /// How the items of a list are marked; nil for other nodes.
  public var listMarker: MarkdownListMarker? {
    switch cmark_node_get_list_type(pointer) {
    case CMARK_BULLET_LIST where kind == .list: .bullet
    case CMARK_ORDERED_LIST where kind == .list:
      .ordered(start: Int(cmark_node_get_list_start(pointer)))
    default: nil
    }
  }

  /// Whether the paragraphs of a list stand without `<p>`; false for other nodes.
  public var isTight: Bool { kind == .list && cmark_node_get_list_tight(pointer) == 1 }

  /// The words of the node and all below it without their markup: text and code as they are, a
  /// line's end as a space. HTML is left out, unless words were put in with it.
  public var plainText: String {
    var text = plainTextOfItself
    for node in descendants { text += node.plainTextOfItself }
    return text
  }

  private var plainTextOfItself: String {
    switch kind {
    case .text, .code, .codeBlock: literal ?? ""
    case .softBreak, .lineBreak: " "
    case .customInline: document.inlineTexts[pointer] ?? ""
    default: ""
    }
  }

  private func string(_ characters: UnsafePointer<CChar>?) -> String? {
    characters.map { String(cString: $0) }
  }
}
