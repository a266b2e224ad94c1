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

  @Test func rowsAreCutOrFilledToTheColumns() {
    #expect(
      Table(columns: ["a", "b"], rows: [["1"], ["1", "2", "3"]]).rows == [["1", ""], ["1", "2"]])
  }

  @Test func aTableThatIsTooLargeHasAFaultAndIsMalformed() {
    let wide = Table(columns: [String](repeating: "a", count: 31))
    let long = Table(columns: ["a"], rows: [[String]](repeating: ["1"], count: 1001))
    let lines = Table(columns: ["a"], rows: [["1\n2"]])
    for table in [wide, long, lines, Table(columns: [])] {
      #expect(table.fault != nil)
      #expect(throws: ByteReadingError.malformed) { try Table(decoding: table.encoded()) }
    }
  }
}
