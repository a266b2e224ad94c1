/// The alignment of a table's column.
public enum MarkdownColumnAlignment: Int32, Sendable {
  case left = 1
  case center
  case right
}

extension MarkdownNode {
  /// The alignment that the delimiter row gives a column, if any; nil for nodes other than the
  /// head's cells.
  public var columnAlignment: MarkdownColumnAlignment? {
    kind == .tableCell ? MarkdownColumnAlignment(rawValue: data.number) : nil
  }

  /// Says where the texts of a cell's column stand.
  public func setColumnAlignment(_ alignment: MarkdownColumnAlignment?) {
    document.tree.nodes[Int(index)].number = alignment?.rawValue ?? 0
  }
}
