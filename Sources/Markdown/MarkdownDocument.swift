import CCmark

/// A parsed CommonMark text. It owns the tree: every `MarkdownNode` keeps it alive.
///
/// A document and its nodes belong to one task at a time; they are not `Sendable`.
public final class MarkdownDocument {
  let pointer: OpaquePointer
  /// Nodes that were taken out of the tree. They stay valid until the document goes, so that a
  /// `MarkdownNode` somebody still holds never points to freed memory.
  private var removed: [OpaquePointer] = []
  /// The words of inlines that are HTML.
  var inlineTexts: [OpaquePointer: String] = [:]

  /// Parses a text. Every text is a valid document; nesting and size are bounded by memory alone.
  ///
  /// - Parameter text: the Markdown, at most 500 MB (libcmark counts in 32 bits).
  public init(_ text: some StringProtocol) {
    pointer = Self.parse(text)
  }

  /// The version of libcmark that is at work, such as `0.30.2`.
  public static var libraryVersion: String { String(cString: cmark_version_string()) }

  deinit {
    for node in removed { cmark_node_free(node) }
    cmark_node_free(pointer)
  }

  /// The node that holds all others.
  public var root: MarkdownNode { MarkdownNode(pointer: pointer, document: self) }

  /// The document as an HTML fragment, with a newline at its end unless empty.
  ///
  /// - Parameter allowingRawHTML: whether HTML in the text and links such as `javascript:` pass;
  ///   otherwise comments and empty links stand in their place. What the editing functions put in
  ///   always passes.
  public func html(allowingRawHTML: Bool = false) -> String {
    root.html(allowingRawHTML: allowingRawHTML)
  }

  /// Takes a node out of the tree, and keeps it until the document goes.
  func detach(_ node: OpaquePointer) {
    cmark_node_unlink(node)
    removed.append(node)
  }

  private static func parse(_ text: some StringProtocol) -> OpaquePointer {
    func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer {
      bytes.withMemoryRebound(to: CChar.self) { buffer in
        if let address = buffer.baseAddress {
          return cmark_parse_document(address, buffer.count, CMARK_OPT_DEFAULT)
        }
        return cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
      }
    }
    if let parsed = text.utf8.withContiguousStorageIfAvailable(parse) { return parsed }
    return Array(text.utf8).withUnsafeBufferPointer(parse)
  }
}
