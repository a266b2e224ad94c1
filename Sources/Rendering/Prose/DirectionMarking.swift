import Markdown
import Markup

/// Lets paragraphs that are written from right to left stand so, and shows the characters that would
/// turn the direction unseen.
struct DirectionMarking {
  /// Marks the blocks and texts of a document.
  func mark(in document: MarkdownDocument) {
    for node in Array(document.root.descendants) {
      switch node.kind {
      case .text: showControls(in: node)
      case .paragraph where Self.hasOtherDirection(node.plainText):
        let isTight = node.parent?.kind == .item && node.parent?.parent?.isTight == true
        let tag = isTight ? "div" : "p"
        node.retag(opening: "<\(tag) dir=\"auto\">", closing: "</\(tag)>")
      default: break
      }
    }
  }

  private func showControls(in node: MarkdownNode) {
    guard let literal = node.literal, literal.unicodeScalars.contains(where: Self.isControl) else {
      return
    }
    node.replace(withInlineHTML: VisibleText(literal).html, words: literal)
  }

  /// Returns true when a text holds letters that are written from right to left.
  static func hasOtherDirection(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  /// The attribute of an element with a title that may be written from right to left.
  static func attribute(for title: String) -> HTML? {
    hasOtherDirection(title) ? " dir=\"auto\"" : nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
