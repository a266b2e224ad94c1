import BookModel
import Charts
import Transcript

/// Reads what a running block wrote to standard output. Never fails: what cannot be understood
/// becomes a text that says so, and `damage`.
struct TranscriptReader {
  /// What was put out, in order; neighbouring texts are one.
  private(set) var outputs: [Output] = []
  /// The message of the engine fault that ended the block, if one did.
  private(set) var fault: String?
  /// The first thing that cannot be understood, if there is any.
  private(set) var damage: String?
  private var text: [UInt8] = []

  /// The most outputs of one experiment.
  static let maximumOutputs = 2000

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
    case .chart:
      take("chart", payload) { bytes throws(ByteReadingError) in
        .chart(try Chart(decoding: bytes))
      }
    case .check:
      take("check", payload) { bytes throws(ByteReadingError) in
        .check(try Check(decoding: bytes))
      }
    case .value:
      take("published value", payload) { bytes throws(ByteReadingError) in
        .value(try PublishedValue(decoding: bytes))
      }
    case .knob:
      take("knob", payload) { bytes throws(ByteReadingError) in
        .knob(try Knob(decoding: bytes))
      }
    case .table:
      take("table", payload) { bytes throws(ByteReadingError) in
        .table(try Table(decoding: bytes))
      }
    case .progress: break
    case .fault: fault = String(decoding: payload, as: UTF8.self)
    case nil: say("a record of the unknown kind \(kind)")
    }
  }

  private mutating func take(
    _ what: String, _ payload: ArraySlice<UInt8>,
    _ read: ([UInt8]) throws(ByteReadingError) -> Output
  ) {
    guard outputs.count < Self.maximumOutputs else { return say("too many outputs") }
    do throws(ByteReadingError) {
      let output = try read(Array(payload))
      if case .knob = output, outputs.contains(output) { return }
      // What shows nowhere does not part the text around it.
      if case .value = output {} else { endText() }
      outputs.append(output)
    } catch {
      say("a \(what) that cannot be read")
    }
  }

  private mutating func say(_ problem: String) {
    if damage == "too many outputs" { return }
    if damage == nil || problem == "too many outputs" { damage = problem }
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    text += "[damaged output: \(problem)]\n".utf8
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    outputs.append(.text(String(decoding: text, as: UTF8.self)))
    text = []
  }
}
