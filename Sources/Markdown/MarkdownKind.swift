import CCmark

/// The kinds of nodes in a Markdown tree. Those after `image` are extensions to CommonMark,
/// recognized in its tree.
public enum MarkdownKind: String, CaseIterable, Sendable {
  case document
  case blockQuote = "block-quote"
  case list
  case item
  case codeBlock = "code-block"
  case htmlBlock = "html-block"
  /// HTML that an editing function put in place of a block or around blocks.
  case customBlock = "custom-block"
  /// HTML that touches the inlines between, on a line of its own.
  case customLine = "custom-line"
  case paragraph
  case heading
  case thematicBreak = "thematic-break"
  case text
  case softBreak = "soft-break"
  case lineBreak = "line-break"
  case code
  case htmlInline = "html-inline"
  /// HTML that an editing function put in place of an inline or around inlines.
  case customInline = "custom-inline"
  case emphasis
  case strong
  case link
  case image
  /// A table, in place of the paragraph that libcmark takes it for. It holds a caption, if it has one,
  /// a head and rows.
  case table
  case tableCaption = "table-caption"
  case tableHead = "table-head"
  case tableRow = "table-row"
  case tableCell = "table-cell"
  /// A quote that begins with `[!NOTE]` or the like, which is its title.
  case admonition
  /// The text of a footnote; its title is the footnote's label.
  case footnote
  /// The mark of a footnote, whose label is its title.
  case footnoteMark = "footnote-mark"
  /// A bracket of citations.
  case citation
  /// A text that is a citation if its key is one of the bibliography's.
  case possibleCitation = "possible-citation"
  /// Text that is struck out.
  case strikethrough
  /// The box of a list item that is a task; its item is 1 when the task is done, 0 otherwise.
  case taskMark = "task-mark"
  /// A formula within a text; its literal is the TeX.
  case formula
  /// A formula on lines of its own.
  case displayFormula = "display-formula"
  /// A code span that names a published value.
  case inlineValue = "inline-value"
  /// A block of Swift. It holds the captions of what it shows.
  case block
  case figureCaption = "figure-caption"

  /// True when an editing function made the nodes of this kind: they have a frame.
  var isCustom: Bool { self == .customBlock || self == .customLine || self == .customInline }

  /// True when nodes of this kind are blocks; the others are inlines.
  public var isBlock: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .customBlock, .customLine,
      .paragraph, .heading, .thematicBreak, .table, .tableCaption, .tableHead, .tableRow,
      .tableCell,
      .admonition, .footnote, .displayFormula, .block, .figureCaption:
      true
    default: false
    }
  }

  init(_ type: cmark_node_type) {
    self =
      switch type {
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_CUSTOM_BLOCK: .customBlock
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_CUSTOM_INLINE: .customInline
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_IMAGE: .image
      default: .document
      }
  }
}
