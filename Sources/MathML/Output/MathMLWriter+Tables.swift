/// Rows and columns. MathML Core leaves their alignment to the stylesheet, which finds it by class;
/// the attribute is for readers without it.
extension MathMLWriter {
  /// A table between its delimiters.
  mutating func write(_ table: MathTable) {
    if table.left.isEmpty && table.right.isEmpty { return writeRows(of: table) }
    writeElement("mrow") { writer in
      writer.writeFence(table.left, form: "prefix")
      writer.writeRows(of: table)
      writer.writeFence(table.right, form: "postfix")
    }
  }

  private mutating func writeRows(of table: MathTable) {
    var attributes = ""
    if table.isAligned {
      attributes = " class=\"aligned\" columnalign=\"right left\""
    } else if table.columns == [.left] {
      attributes = " class=\"left\" columnalign=\"left\""
    }
    if table.isDisplay { attributes += " displaystyle=\"true\"" }
    let isUniform = table.isAligned || table.columns.count <= 1 && table.ruled.isEmpty
    writeElement("mtable", attributes) { writer in
      for row in table.rows {
        writer.writeElement("mtr") { writer in
          for (column, cell) in row.enumerated() {
            let own = isUniform ? "" : Self.cellClass(table, column)
            writer.writeElement("mtd", own) { $0.writeCell(cell, of: table, column) }
          }
        }
      }
    }
  }

  private mutating func writeCell(_ cell: MathNode, of table: MathTable, _ column: Int) {
    inStyle(isDisplay: table.isDisplay, level: level) { writer in
      let nodes = if case .row(let nodes) = cell { nodes } else { [cell] }
      writer.writeRow(nodes, followsOperand: table.isAligned && column % 2 == 1)
    }
  }

  private static func cellClass(_ table: MathTable, _ column: Int) -> String {
    var names: [String] = []
    switch table.columns[column % table.columns.count] {
    case .left: names.append("left")
    case .right: names.append("right")
    case .center: break
    }
    if table.ruled.contains(column) { names.append("ruled") }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }
}
