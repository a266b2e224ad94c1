import Numerals

/// A table in the text of a CSV file: a header with the names of the columns, then one record for each
/// row. Numbers are read once; texts stay in the file's bytes until they are asked for.
/// - Source: RFC 4180; missing values and blank lines as in pandas
struct DelimitedText {
  /// The names in the header.
  let names: [String]
  /// The number of records below the header.
  let rowCount: Int
  /// The numbers, row by row; nan for a missing value and for a text.
  let numbers: [Double]
  /// For each column the place of its first cell that is not a number.
  let firstTexts: [TextPlace?]
  private let bytes: [UInt8]

  static let empty = DataFileFault("the file is empty; expected a header and rows")

  /// Reads the bytes of a file.
  init(_ bytes: [UInt8]) throws(DataFileFault) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DataFileFault("the file is UTF-16; save it as UTF-8")
    }
    self.bytes = bytes
    var names: [String] = []
    var numbers: [Double] = []
    var firstTexts: [TextPlace?] = []
    let fault = bytes.withUnsafeBufferPointer { buffer -> DataFileFault? in
      guard var scanner = RecordScanner(buffer) else { return Self.empty }
      if let fault = scanner.readHeader(&names) { return fault }
      firstTexts = [TextPlace?](repeating: nil, count: names.count)
      let capacity = scanner.cellBound(width: names.count)
      var fault: DataFileFault?
      numbers = [Double](unsafeUninitializedCapacity: capacity) { numbers, count in
        fault = scanner.readNumbers(into: numbers, &count, &firstTexts)
      }
      return fault
    }
    if let fault { throw fault }
    (self.names, self.numbers, self.firstTexts) = (names, numbers, firstTexts)
    rowCount = numbers.count / names.count
  }

  /// Returns the cells of a column as they are written, without quotes.
  func texts(ofColumn column: Int) -> [String] {
    bytes.withUnsafeBufferPointer { buffer in
      var (names, texts) = ([String](), [String]())
      guard var scanner = RecordScanner(buffer) else { return [] }
      _ = scanner.readHeader(&names)
      texts.reserveCapacity(rowCount)
      scanner.readTexts(ofColumn: column, of: names.count, into: &texts)
      return texts
    }
  }
}
