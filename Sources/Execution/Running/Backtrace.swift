import BookModel

/// The places in the chapter that a trapped program was at, the innermost first.
enum Backtrace {
  /// What `SWIFT_BACKTRACE` is set to so that a trap writes its backtrace to a file.
  static func setting(file: String) -> String {
    "enable=yes,color=no,interactive=no,format=json,threads=crashed,registers=none,"
      + "images=none,sanitize=no,cache=no,limit=64,output-to=\(file)"
  }

  /// Reads a backtrace in JSON.
  /// - Parameters:
  ///   - json: the file's bytes
  ///   - file: what the compiler calls the chapter
  static func places(in json: [UInt8], file: String) -> [SourcePosition] {
    var places: [SourcePosition] = []
    var rest = json[...]
    // The debugging information puts the folder of the compilation before the name.
    let name = Array("\(file)\"".utf8)
    while let found = rest.firstRange(of: name) {
      rest = rest[found.upperBound...]
      let end = rest.firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
      guard let line = number("line", in: rest[..<end]), line > 0 else { continue }
      let column = number("column", in: rest[..<end]) ?? 0
      places.append(SourcePosition(line: line, column: column))
    }
    return places
  }

  /// Why Swift's own checks stopped the program, such as "arithmetic overflow"; nil when the backtrace
  /// does not say.
  static func reason(in json: [UInt8]) -> String? {
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
