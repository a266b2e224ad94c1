/// The functions of a block that are compiled once instead of into each of their callers.
///
/// The optimizer would otherwise copy a training loop into every experiment that calls it, with that
/// call's numbers filled in: the program of a chapter took four times as long to compile, and ran no
/// faster. Small functions are still inlined, because their callers' loops gain from it.
enum LargeFunctions {
  /// A function of this many lines is large.
  static let lines = 7
  /// What keeps a function from being inlined.
  static let attribute = "@inline(never)"

  /// The lines of a block's code, from 0, on which a large function begins.
  static func firstLines(in code: String) -> Set<Int> {
    let bytes = Array(code.utf8)
    let newline = UInt8(ascii: "\n")
    var lines: Set<Int> = []
    for declaration in FileScopeCode(code).declarations where declaration.kind == .function {
      let range = declaration.range
      let above = bytes[..<range.lowerBound]
      let isFirst = above.reversed().prefix { $0 != newline }.allSatisfy { $0 == UInt8(ascii: " ") }
      let length = bytes[range].count { $0 == newline } + 1
      let isMarked = String(decoding: bytes[range], as: UTF8.self).hasPrefix("@inline")
      if isFirst && length >= Self.lines && !isMarked {
        lines.insert(above.count { $0 == newline })
      }
    }
    return lines
  }
}
