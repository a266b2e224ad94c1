import Charts
import Testing
import Transcript

@Suite struct TableTests {
  @Test func aTableIsReadBack() throws {
    var table = Table("run", "loss", "n", caption: "All runs")
    table.addRow("first", 1.0 / 3, 10)
    table.addRow("second", Double?.none, 1)
    #expect(table.rows == [["first", "0.333333", "10"], ["second", "", "1"]])
    #expect(try Table(decoding: table.encoded()) == table)
  }

  @Test("a row may be given cell by cell, up to eight")
  func longRows() {
    var table = Table(columns: (1...8).map { "\($0)" }, rows: [])
    table.addRow(1, 2, 3, 4, 5, "six")
    table.addRow(1, 2, 3, 4, 5, 6, "seven")
    table.addRow(1, 2, 3, 4, 5, 6, 7, "eight")
    #expect(
      table.rows == [
        ["1", "2", "3", "4", "5", "six", "", ""], ["1", "2", "3", "4", "5", "6", "seven", ""],
        ["1", "2", "3", "4", "5", "6", "7", "eight"],
      ])
  }

  @Test func rowsAreCutOrFilledToTheColumns() {
    #expect(
      Table(columns: ["a", "b"], rows: [["1"], ["1", "2", "3"]]).rows == [["1", ""], ["1", "2"]])
  }

  @Test func theLargestTableIsReadBack() throws {
    let row = [String](repeating: "1", count: OutputLimit.columns.maximum)
    let table = Table(
      columns: row, rows: [[String]](repeating: row, count: OutputLimit.rows.maximum))
    #expect(table.excess == nil)
    #expect(try Table(decoding: table.encoded()) == table)
  }

  @Test func aTableThatIsTooLargeSaysSoAndKeepsNothingOfWhatIsBeyond() {
    let row = [String](repeating: "1", count: 31)
    let wide = Table(columns: row, rows: [row, row])
    #expect(wide.excess == OutputExcess(.columns, found: 31))
    #expect(wide.rows.isEmpty)
    let long = Table(columns: ["a"], rows: [[String]](repeating: ["1"], count: 3000))
    #expect(long.excess == OutputExcess(.rows, found: 3000))
    #expect(long.rows.count == 1000)
  }

  @Test(arguments: [(31, 0, OutputLimit.columns), (1, 1001, .rows), (0, 5_000_000, .rows)])
  func aTableThatIsWrittenTooLargeIsBeyondALimit(width: Int, height: Int, limit: OutputLimit) {
    var writer = ByteWriter()
    writer.write(0 as UInt8)
    writer.write(UInt32(width))
    writer.write(UInt32(height))
    let found = limit == .columns ? width : height
    #expect(throws: ByteReadingError.beyondLimit(OutputExcess(limit, found: found))) {
      try Table(decoding: writer.bytes)
    }
  }

  @Test func aTableWithoutColumnsOrWithLongCellsHasAFaultAndIsMalformed() {
    let lines = Table(columns: ["a"], rows: [["1\n2"]])
    for table in [lines, Table(columns: [])] {
      #expect(table.fault != nil)
      #expect(throws: ByteReadingError.malformed) { try Table(decoding: table.encoded()) }
    }
  }
}
