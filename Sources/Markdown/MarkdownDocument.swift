import CCmark

/// A Markdown tree that can be walked through and edited. It owns the tree: every `MarkdownNode` keeps
/// it alive.
///
/// A document and its nodes belong to one task at a time; they are not `Sendable`.
public final class MarkdownDocument {
  /// The tree as it is now.
  public internal(set) var tree: MarkdownTree

  /// The document of a tree. What is done to it leaves the tree as it is.
  public init(_ tree: MarkdownTree) { self.tree = tree }

  /// Gives the tree away in as little memory as it needs; the document is empty afterwards. Half of
  /// the nodes may have been taken out of the tree, such as the paragraph that became a table, and a
  /// large chapter's tree is kept for as long as its book.
  public func takeTree() -> MarkdownTree {
    var tree = MarkdownTree()
    swap(&tree, &self.tree)
    tree.dropUnlinkedNodes()
    return tree
  }

  /// Parses a text; see `MarkdownTree`.
  public convenience init(_ text: some StringProtocol, firstLine: Int = 1) {
    self.init(MarkdownTree(text, firstLine: firstLine))
  }

  /// The version of libcmark that is at work, such as `0.30.2`.
  public static var libraryVersion: String { String(cString: cmark_version_string()) }

  /// The node that holds all others.
  public var root: MarkdownNode { MarkdownNode(index: 0, document: self) }

  /// The document as an HTML fragment, with a newline at its end unless empty.
  ///
  /// - Parameter allowingRawHTML: whether HTML in the text and links such as `javascript:` pass;
  ///   otherwise comments and empty links stand in their place. What the editing functions put in
  ///   always passes.
  public func html(allowingRawHTML: Bool = false) -> String {
    root.html(allowingRawHTML: allowingRawHTML)
  }
}
