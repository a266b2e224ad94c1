/// Where the texts of a table's column stand.
public enum MarkdownColumnAlignment: Int32, Sendable {
  case left = 1
  case center
  case right
}

extension MarkdownNode {
  /// Where the texts of a column stand, if the head of the table says so; nil for other nodes than its
  /// cells.
  public var columnAlignment: MarkdownColumnAlignment? {
    kind == .tableCell ? MarkdownColumnAlignment(rawValue: data.number) : nil
  }

  /// Says where the texts of a cell's column stand.
  public func setColumnAlignment(_ alignment: MarkdownColumnAlignment?) {
    document.tree.nodes[Int(index)].number = alignment?.rawValue ?? 0
  }
}
