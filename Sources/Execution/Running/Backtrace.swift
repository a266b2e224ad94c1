import BookModel

/// Reads the backtrace of a trapped program: the positions in the experiment's code, the innermost
/// first.
///
/// A process beside the program writes the backtrace to the program's own standard error, which may
/// contain anything: a position is used only after the island has confirmed it.
enum Backtrace {
  /// The value of `SWIFT_BACKTRACE` that makes a trap write its backtrace to standard error.
  static let setting =
    "enable=yes,color=no,interactive=no,format=json,threads=crashed,registers=none,"
    + "images=none,sanitize=no,cache=no,limit=64,output-to=stderr"

  /// Returns the index of the last backtrace in a program's standard error, or nil when there is
  /// none.
  static func start(in errors: [UInt8]) -> Int? {
    errors.lastRange(of: Array("{ \"timestamp\": \"".utf8))?.lowerBound
  }

  /// Returns the positions in a backtrace.
  /// - Parameters:
  ///   - json: the backtrace as JSON
  ///   - file: the compiler's name for the code
  static func places(in json: ArraySlice<UInt8>, file: String) -> [SourcePosition] {
    var places: [SourcePosition] = []
    var rest = json
    // The debugging information has the compilation's folder before the name.
    let name = Array("\(file)\"".utf8)
    while places.count < maximumPlaces, let found = rest.firstRange(of: name) {
      rest = rest[found.upperBound...]
      let end = rest.firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
      guard let line = number("line", in: rest[..<end]), line > 0 else { continue }
      let column = number("column", in: rest[..<end]) ?? 0
      places.append(SourcePosition(line: line, column: column))
    }
    return places
  }

  private static let maximumPlaces = 64

  /// Returns the reason of Swift's own checks for the trap, such as "arithmetic overflow"; nil when
  /// the backtrace has none.
  static func reason(in json: ArraySlice<UInt8>) -> String? {
    guard let mark = json.firstRange(of: Array("Swift runtime failure: ".utf8)) else { return nil }
    let text = json[mark.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private static func number(_ key: String, in bytes: ArraySlice<UInt8>) -> Int? {
    guard let found = bytes.firstRange(of: Array("\"\(key)\"".utf8)) else { return nil }
    let separators: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: " ")]
    let digits = bytes[found.upperBound...].drop { separators.contains($0) }
      .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension Array where Element == UInt8 {
  /// Returns the range of the last occurrence of some bytes.
  fileprivate func lastRange(of bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first, count >= bytes.count else { return nil }
    for start in stride(from: count - bytes.count, through: 0, by: -1)
    where self[start] == first && self[start..<start + bytes.count].elementsEqual(bytes) {
      return start..<start + bytes.count
    }
    return nil
  }
}
