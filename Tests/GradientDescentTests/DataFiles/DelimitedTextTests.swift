import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct DelimitedTextTests {
    private func table(_ text: String) throws -> DelimitedText {
      try DelimitedText(Array(text.utf8))
    }

    @Test(
      "The same table in every way to write it",
      arguments: [
        "x,y\n1,2\n3,4\n", "x,y\n1,2\n3,4", "x,y\r\n1,2\r\n3,4\r\n", "x,y\r1,2\r3,4\r",
        "\u{FEFF}x,y\n1,2\n3,4\n", "\"x\",\"y\"\n\"1\",\"2\"\n3,\"4\"\n", " x , y \n 1, 2\n3 ,4\n",
        "x;y\n1;2\n3;4\n", "x\ty\n1\t2\n3\t4\n", "\nx,y\n\n1,2\n\r\n3,4\n\n",
        "x,y\n+1.0,2e0\n3.,4.00", "x,y\r\n1,2\n3,4\r", "x,y\n\r1,2\r\r\n3,4\n\r",
      ])
    func forms(_ text: String) throws {
      let table = try table(text)
      #expect(table.names == ["x", "y"])
      #expect(table.rowCount == 2)
      #expect(table.numbers == [1, 2, 3, 4])
      #expect(table.firstTexts == [nil, nil])
    }

    @Test("A missing value is nan", arguments: ["", "NA", "NaN", "nan", "\"\"", " ", "\"NA\""])
    func missing(_ cell: String) throws {
      let table = try table("x,y\n\(cell),1\n2,\(cell)\n")
      #expect(table.numbers[0].isNaN && table.numbers[3].isNaN)
      #expect(table.numbers[1...2] == [1, 2])
      #expect(table.firstTexts == [nil, nil])
    }

    @Test("Quotes hold separators, line ends and quotes")
    func quotes() throws {
      let table = try table(
        "name,\"a, \"\"b\"\"\"\n\"x, y\",1\n\"two\r\nlines\",2\n\"\"\"\",3\nplain,4")
      #expect(table.names == ["name", "a, \"b\""])
      #expect(table.texts(ofColumn: 0) == ["x, y", "two\r\nlines", "\"", "plain"])
      #expect(table.texts(ofColumn: 1) == ["1", "2", "3", "4"])
      #expect(table.firstTexts == [TextPlace(line: 2, column: 1), nil])
      // What separates fields is not counted within quotes.
      #expect(try self.table("\"a,b\";c\n1;2\n").names == ["a,b", "c"])
    }

    @Test("The first text of a column has its place, also below lines within quotes")
    func places() throws {
      let table = try table("a,b,c\n1,\"\n\n\",3\n4,5,  six\n7,8,nine\n")
      #expect(
        table.firstTexts == [nil, TextPlace(line: 2, column: 3), TextPlace(line: 5, column: 5)])
    }

    @Test(
      "A fault names the line and the column",
      arguments: [
        ("x,y\n1,2\n3\n", "line 3, column 2: the row has 1 cell, the header 2"),
        ("x,y\n1,2\n\n3,4,5,6\n", "line 4, column 5: the row has 4 cells, the header 2"),
        ("x,y\n\"\n\n\",2\n3,4,\n", "line 5, column 5: the row has 3 cells, the header 2"),
        ("x,y\n1,\"2\n3,4\n", "line 2, column 3: the quoted text that begins here is not closed"),
        (
          "x,y\n1,\"2\"3\n",
          "line 2, column 6: found more text behind a closing quote; within quotes write two for one"
        ),
        ("x,y,x\n", "line 1, column 5: the header names the column 'x' twice"),
        ("", "the file is empty; expected a header and rows"),
        ("\n\r\n", "the file is empty; expected a header and rows"),
      ])
    func faults(_ text: String, _ message: String) {
      let fault = #expect(throws: DataFileFault.self) { try table(text) }
      #expect(fault?.message == message)
    }

    @Test("UTF-16 is named", arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61]])
    func wideText(_ bytes: [UInt8]) {
      let fault = #expect(throws: DataFileFault.self) { try DelimitedText(bytes) }
      #expect(fault?.message == "the file is UTF-16; save it as UTF-8")
    }

    @Test("A header alone is a table without rows")
    func noRows() throws {
      let file = DataFile(name: "a.csv", bytes: Array("x,y\n".utf8))
      #expect(file.names == ["x", "y"] && file.count == 0)
      #expect(file["x"].shape == [0])
    }

    @Test("Columns by name, as arrays and as a dataset")
    func columns() {
      let file = DataFile(name: "a.csv", bytes: Array("x,name,y\n0.1,a,2\n0.3,b,NA\n".utf8))
      #expect(file["x"].elements == [Double(Float(0.1)), Double(Float(0.3))])
      #expect(file.column("x", dtype: .float64).elements == [0.1, 0.3])
      #expect(file.texts("name") == ["a", "b"])
      let array = file.array(["y", "x"], dtype: .float64)
      #expect(array.shape == [2, 2] && array.dtype == .float64)
      #expect(array.elements[0] == 2 && array.elements[1] == 0.1 && array.elements[2].isNaN)
      let dataset = file.dataset(features: ["x"], labels: "y")
      #expect(dataset.data.shape == [2, 1] && dataset.labels.shape == [2])
      #expect(file.dataset(features: ["x"], labels: ["y", "x"]).labels.shape == [2, 2])
    }

    @Test("A column of texts asked for as numbers names its place, an unknown one the known ones")
    func columnFaults() async throws {
      let text = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = DataFile(name: "a.csv", bytes: Array("x,y\n1,two\n".utf8)).array() }
      #expect(
        try FaultTests.message(text).contains(
          "array: 'a.csv': line 2, column 3: the column 'y' holds a text, not a number"))
      let unknown = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = DataFile(name: "a.csv", bytes: Array("x,y\n1,2\n".utf8))["z"] }
      #expect(
        try FaultTests.message(unknown).contains(
          "column: 'a.csv': there is no column 'z'; the file has 'x', 'y'"))
    }
  }
}
