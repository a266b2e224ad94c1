/// Writes tables. MathML Core leaves the columns' alignment to the stylesheet, which selects them
/// by class; the attribute is for readers without it.
extension MathMLWriter {
  /// Writes a table between its delimiters.
  mutating func write(_ table: MathTable) {
    if table.left.isEmpty && table.right.isEmpty { return writeRows(of: table) }
    writeElement("mrow") { writer in
      writer.writeFence(table.left)
      writer.writeRows(of: table)
      writer.writeFence(table.right)
    }
  }

  private mutating func writeRows(of table: MathTable) {
    var attributes = ""
    if table.isAligned {
      let longest = (table.rows.map(\.count).max() ?? 0) + (showsRowTags ? 1 : 0)
      let pairs = repeatElement("right left", count: max(1, (longest + 1) / 2))
      attributes =
        " class=\"aligned\(table.isDense ? " dense" : "")\""
        + " columnalign=\"\(pairs.joined(separator: " "))\""
    } else if table.columns == [.left] {
      attributes = " class=\"left\" columnalign=\"left\""
    }
    if table.isDisplay { attributes += " displaystyle=\"true\"" }
    let isPlain = table.ruled.isEmpty && table.lined.isEmpty && !table.isSpread
    let isUniform =
      table.isAligned || isPlain && table.columns.count <= 1 && table.columns != [.right]
    writeElement("mtable", attributes) { writer in
      for (index, row) in table.rows.enumerated() {
        writer.writeElement("mtr") { writer in
          for (column, cell) in row.enumerated() {
            let own = isUniform ? "" : Self.cellClass(table, index, column)
            writer.writeElement("mtd", own) { $0.writeCell(cell, of: table, index, column) }
          }
          if writer.showsRowTags, let tag = table.tags[index] {
            writer.write(tag, after: row.count, of: table)
          }
        }
      }
    }
  }

  /// Writes the mark of a row in a column of its own, at the right.
  private mutating func write(_ tag: MathTag, after count: Int, of table: MathTable) {
    let longest = table.rows.map(\.count).max() ?? 0
    // Every other column of aligned equations is at the right.
    let columns = table.isAligned ? longest + longest % 2 : longest
    for _ in count..<columns { writeElement("mtd") { _ in } }
    writeElement("mtd", table.isAligned ? "" : " class=\"right\"") { writer in
      writer.writeSpace("1em")
      if !tag.isBare { writer.writeToken("mtext", "", "(") }
      writer.write(tag.words)
      if !tag.isBare { writer.writeToken("mtext", "", ")") }
    }
  }

  private mutating func writeCell(_ cell: MathNode, of table: MathTable, _ row: Int, _ column: Int)
  {
    inStyle(isDisplay: table.isDisplay, level: level) { writer in
      let nodes = if case .row(let nodes) = cell { nodes } else { [cell] }
      writer.writeRow(
        nodes, followsOperand: table.isAligned && column % 2 == 1 || table.isSpread && row > 0)
    }
  }

  private static func cellClass(_ table: MathTable, _ row: Int, _ column: Int) -> String {
    let isLast = row == table.rows.count - 1
    var names: [String] = []
    switch table.columns[column % table.columns.count] {
    case .center where table.isSpread && row == 0, .left: names.append("left")
    case .center where table.isSpread && isLast, .right: names.append("right")
    case .center: break
    }
    if table.ruled.contains(column) { names.append("ruled") }
    if table.lined.contains(row) { names.append("topped") }
    if isLast && table.lined.contains(row + 1) { names.append("bottomed") }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }
}
