import SwiftLexing

/// Divides the code of a block at the calls that show its charts.
enum ChartCalls {
  /// A part of the code, of whole lines.
  struct Part: Equatable {
    let code: String
    /// True for calls of `show`, one directly after another.
    let isCall: Bool
  }

  /// Returns the parts of a block's code. Calls within other statements, and those on one line, are no parts
  /// of their own.
  static func parts(of code: String) -> [Part] {
    let bytes = Array(code.utf8)
    var parts: [Part] = []
    var start = 0
    func add(upTo end: Int, isCall: Bool) {
      if end > start {
        parts.append(
          Part(code: String(decoding: bytes[start..<end], as: UTF8.self), isCall: isCall))
      }
      start = end
    }
    for call in calls(in: code, bytes) {
      add(upTo: call.lowerBound, isCall: false)
      add(upTo: call.upperBound, isCall: true)
    }
    add(upTo: bytes.count, isCall: false)
    return parts
  }

  /// Returns the bytes of the calls on several lines, with the ends of their last lines.
  private static func calls(in code: String, _ bytes: [UInt8]) -> [Range<Int>] {
    let tokens = SwiftLexer.tokens(in: code).filter {
      ![.whitespace, .newline, .comment].contains($0.kind)
    }
    func text(_ index: Int) -> String { String(tokens[index].text(in: bytes)) }
    var calls: [Range<Int>] = []
    var index = 0
    while index + 1 < tokens.count {
      let (first, behind) = (
        tokens[index].range.lowerBound, tokens.indexBehindGroup(at: index, text: text)
      )
      let isStart = first == 0 || bytes[first - 1] == UInt8(ascii: "\n")
      guard isStart, text(index) == "show", text(index + 1) == "(" else {
        index = max(behind, index + 1)
        continue
      }
      index = tokens.indexBehindGroup(at: index + 1, text: text)
      let last = tokens[index - 1].range.upperBound
      let lineEnd = bytes[last...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let isAlone = bytes[last..<lineEnd].allSatisfy { $0 <= 0x20 }
      guard isAlone, bytes[first..<last].contains(UInt8(ascii: "\n")) else { continue }
      if let before = calls.last, before.upperBound == first {
        calls[calls.count - 1] = before.lowerBound..<lineEnd
      } else {
        calls.append(first..<lineEnd)
      }
    }
    return calls
  }
}
