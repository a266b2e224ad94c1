import BookModel

/// The places in an experiment's code that a trapped program was at, the innermost first.
///
/// The backtrace comes from a process beside the program through the program's own standard error, and
/// so may say anything: no place in it is trusted before the island has been asked.
enum Backtrace {
  /// The value of `SWIFT_BACKTRACE` with which a trap writes its backtrace to standard error.
  static let setting =
    "enable=yes,color=no,interactive=no,format=json,threads=crashed,registers=none,"
    + "images=none,sanitize=no,cache=no,limit=64,output-to=stderr"

  /// The start of the last backtrace in what a program wrote to standard error; nil when there is none.
  static func start(in errors: [UInt8]) -> Int? {
    errors.lastRange(of: Array("{ \"timestamp\": \"".utf8))?.lowerBound
  }

  /// Reads a backtrace in JSON.
  /// - Parameters:
  ///   - json: its bytes
  ///   - file: the name by which the compiler calls the code
  static func places(in json: ArraySlice<UInt8>, file: String) -> [SourcePosition] {
    var places: [SourcePosition] = []
    var rest = json
    // The debugging information puts the folder of the compilation before the name.
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

  /// Why Swift's own checks stopped the program, such as "arithmetic overflow"; nil when the backtrace
  /// does not say.
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
  /// Where some bytes stand for the last time.
  fileprivate func lastRange(of bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first, count >= bytes.count else { return nil }
    for start in stride(from: count - bytes.count, through: 0, by: -1)
    where self[start] == first && self[start..<start + bytes.count].elementsEqual(bytes) {
      return start..<start + bytes.count
    }
    return nil
  }
}
