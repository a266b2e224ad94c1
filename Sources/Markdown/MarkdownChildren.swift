/// The nodes directly under one node, in the order of the text.
public struct MarkdownChildren: Sequence, IteratorProtocol {
  private var upcoming: MarkdownNode?

  init(first: MarkdownNode?) { upcoming = first }

  /// The next child. The one after it is looked up before this one is given out, so that the
  /// receiver may replace or remove it.
  public mutating func next() -> MarkdownNode? {
    let node = upcoming
    upcoming = node?.nextSibling
    return node
  }
}
