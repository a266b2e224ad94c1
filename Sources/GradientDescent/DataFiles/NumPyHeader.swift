/// The header of a NumPy file: a Python dictionary such as
/// `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`.
struct NumPyHeader {
  /// The type of the elements, such as `<f8`.
  private(set) var type = ""
  /// True when the first axis moves fastest.
  private(set) var isColumnMajor = false
  /// The lengths of the axes.
  private(set) var shape: [Int] = []

  private var rest: ArraySlice<UInt8>

  /// Makes a header that is still to be read.
  init(_ text: ArraySlice<UInt8>) { rest = text }

  /// Reads the three entries, in any order.
  mutating func read() throws(DataFileFault) {
    var seen: Set<String> = []
    try expect("{")
    while !take("}") {
      let key = try string()
      try expect(":")
      switch key {
      case "descr":
        if next == UInt8(ascii: "[") {
          throw DataFileFault(
            "the array holds records with named fields; save each field as an array of its own")
        }
        type = try string()
      case "fortran_order":
        isColumnMajor = take("True")
        if !isColumnMajor { try expect("False") }
      case "shape": try readShape()
      default: throw damage("the key '" + key + "'")
      }
      seen.insert(key)
      _ = take(",")
    }
    if seen.count < 3 { throw damage("only \(seen.count) of its 3 entries") }
  }

  private mutating func readShape() throws(DataFileFault) {
    shape = []
    try expect("(")
    while !take(")") {
      var length = 0
      var digits = 0
      skipSpace()
      while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        let (product, overflow) = length.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
        if overflow || carry { throw damage("a shape that no file can hold") }
        length = sum
        digits += 1
        rest.removeFirst()
      }
      if digits == 0 { throw damage("no length in the shape") }
      shape.append(length)
      _ = take("L")
      _ = take(",")
    }
  }

  private mutating func string() throws(DataFileFault) -> String {
    guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw damage("no quoted text")
    }
    rest.removeFirst()
    guard let end = rest.firstIndex(of: quote) else { throw damage("an open quote") }
    let text = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    return text
  }

  private var next: UInt8? {
    mutating get {
      skipSpace()
      return rest.first
    }
  }

  private mutating func skipSpace() {
    while let byte = rest.first, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
      rest.removeFirst()
    }
  }

  private mutating func take(_ word: String) -> Bool {
    skipSpace()
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private mutating func expect(_ word: String) throws(DataFileFault) {
    if !take(word) { throw damage("no '" + word + "'") }
  }

  private func damage(_ finding: String) -> DataFileFault {
    DataFileFault("the header of the NumPy file is damaged: found " + finding)
  }
}
