import BookModel
import Charts
import Transcript

/// Reads what a running block wrote to standard output. Never fails: what cannot be understood
/// becomes a text that says so.
struct TranscriptReader {
  /// What was put out, in order; neighbouring texts are one.
  private(set) var outputs: [Output] = []
  /// The message of the engine fault that ended the block, if one did.
  private(set) var fault: String?
  private var text: [UInt8] = []

  /// Reads a whole stream.
  /// - Parameters:
  ///   - bytes: what was written
  ///   - isCut: whether the stream was ended from outside, so that its last record may lack its end
  init(_ bytes: [UInt8], isCut: Bool = false) {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0) {
      text += rest[..<start]
      rest = rest[start...]
      guard let (kind, payload, end) = Self.record(rest) else {
        if !isCut { say("the output ends in the middle of a record") }
        rest = []
        break
      }
      rest = rest[end...]
      take(kind, payload)
    }
    text += rest
    endText()
  }

  /// The record at the start of `bytes`; nil when its end is missing.
  private static func record(_ bytes: ArraySlice<UInt8>) -> (UInt8, ArraySlice<UInt8>, Int)? {
    guard bytes.count >= 6 else { return nil }
    let start = bytes.startIndex
    let length = (0..<4).reduce(0) { $0 | Int(bytes[start + 2 + $1]) << (8 * $1) }
    guard bytes.count - 6 >= length else { return nil }
    return (bytes[start + 1], bytes[start + 6..<start + 6 + length], start + 6 + length)
  }

  private mutating func take(_ kind: UInt8, _ payload: ArraySlice<UInt8>) {
    switch RecordKind(rawValue: kind) {
    case .text: text += payload
    case .chart: takeChart(payload)
    case .fault: fault = String(decoding: payload, as: UTF8.self)
    case nil: say("a record of the unknown kind \(kind)")
    }
  }

  private mutating func takeChart(_ payload: ArraySlice<UInt8>) {
    do throws(ByteReadingError) {
      let chart = try Chart(decoding: Array(payload))
      endText()
      outputs.append(.chart(chart))
    } catch {
      say("a chart that cannot be read")
    }
  }

  private mutating func say(_ problem: String) {
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    text += "[damaged output: \(problem)]\n".utf8
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    outputs.append(.text(String(decoding: text, as: UTF8.self)))
    text = []
  }
}
