import Charts
import Transcript

/// Reads the standard output of a block. Never fails: what cannot be understood becomes a text that
/// says so, and `damage`. Reading stops at the first limit that the block exceeds.
public struct TranscriptReader {
  /// The outputs, in order; consecutive texts are one output, and so are the checks of one
  /// position.
  public private(set) var outputs: [Output] = []
  /// True when the program recorded that the experiment begins.
  public private(set) var hasBegun = false
  /// True when the program recorded that the experiment reached its end.
  public private(set) var hasEnded = false
  /// The message of the engine fault that ended the block, if one did.
  public private(set) var fault: String?
  /// The limit at which the notebook stopped the block, if it did.
  public private(set) var stop: OutputExcess?
  /// The limit at which reading stopped because the block did not.
  public private(set) var excess: OutputExcess?
  /// The engine's warnings, at most `WarningRecord.limit`.
  public private(set) var warnings: [WarningRecord] = []
  /// The first problem in the stream, if there is any.
  public private(set) var damage: String?

  /// The largest length of a fault's message, in bytes.
  private static let longestFault = 2000
  private var text: [UInt8] = []
  private var tally = OutputTally()
  /// The index among the outputs of the checks made at each position.
  private var checks: [CheckRecord.Place: Int] = [:]
  private var knobs: Set<Knob> = []

  /// Reads a whole stream.
  /// - Parameters:
  ///   - bytes: the stream
  ///   - isCut: true when the program was stopped from outside, so that the last record may be
  ///     incomplete
  public init(_ bytes: [UInt8], isCut: Bool = false) {
    var rest = bytes[...]
    while excess == nil, let start = rest.firstIndex(of: 0) {
      take(text: rest[..<start])
      rest = rest[start...]
      guard let (kind, payload, end) = Self.record(rest) else {
        if !isCut { say("the output ends in the middle of a record") }
        rest = []
        break
      }
      rest = rest[end...]
      if excess == nil { take(kind, payload) }
    }
    take(text: rest)
    endText()
  }

  /// Returns the record at the start of `bytes`, or nil when it is incomplete.
  private static func record(_ bytes: ArraySlice<UInt8>) -> (UInt8, ArraySlice<UInt8>, Int)? {
    guard bytes.count >= 6 else { return nil }
    let start = bytes.startIndex
    let length = (0..<4).reduce(0) { $0 | Int(bytes[start + 2 + $1]) << (8 * $1) }
    guard bytes.count - 6 >= length else { return nil }
    return (bytes[start + 1], bytes[start + 6..<start + 6 + length], start + 6 + length)
  }

  private mutating func take(_ kind: UInt8, _ payload: ArraySlice<UInt8>) {
    if fault != nil || stop != nil { return }
    let number = kind
    let kind = RecordKind(rawValue: number)
    do throws(ByteReadingError) {
      if kind != .fault, kind != .limit { try count(.bytes, by: payload.count + 6) }
      switch kind {
      case .text: take(text: payload)
      case .chart: try take(chart: Array(payload))
      case .check: try take(check: Array(payload))
      case .value: try take(value: Array(payload))
      case .knob: try take(knob: Array(payload))
      case .table: try take(table: Array(payload))
      case .limit: stop = try OutputExcess(decoding: Array(payload))
      case .progress: break
      case .begin: hasBegun = true
      case .end: hasEnded = true
      case .warning:
        let warning = try WarningRecord(decoding: Array(payload))
        if warnings.count < WarningRecord.limit { warnings.append(warning) }
      case .fault: fault = String(decoding: payload.prefix(Self.longestFault), as: UTF8.self)
      case nil: say("a record of the unknown kind \(number)")
      }
    } catch .beyondLimit(let excess) {
      self.excess = excess
    } catch {
      say("a \(kind?.noun ?? "record") that cannot be read")
    }
  }

  // MARK: Outputs

  private mutating func count(
    _ limit: OutputLimit, by amount: Int = 1
  ) throws(ByteReadingError) {
    if let excess = tally.count(limit, by: amount) { throw .beyondLimit(excess) }
  }

  private mutating func take(text bytes: ArraySlice<UInt8>) {
    if excess != nil { return }
    let allowed: Int
    (allowed, excess) = tally.count(text: bytes)
    text += bytes.prefix(allowed)
  }

  private mutating func take(chart bytes: [UInt8]) throws(ByteReadingError) {
    try count(.charts)
    let chart = try Chart(decoding: bytes)
    try count(.allPoints, by: ChartSize(chart).points)
    add(.chart(chart))
  }

  private mutating func take(table bytes: [UInt8]) throws(ByteReadingError) {
    try count(.tables)
    add(.table(try Table(decoding: bytes)))
  }

  private mutating func take(value bytes: [UInt8]) throws(ByteReadingError) {
    try count(.values)
    // A value is not displayed, so it does not split the text around it.
    outputs.append(.value(try PublishedValue(decoding: bytes)))
  }

  private mutating func take(knob bytes: [UInt8]) throws(ByteReadingError) {
    let knob = try Knob(decoding: bytes)
    if knobs.contains(knob) { return }
    try count(.knobs)
    knobs.insert(knob)
    add(.knob(knob))
  }

  private mutating func take(check bytes: [UInt8]) throws(ByteReadingError) {
    try count(.checks)
    let record = try CheckRecord(decoding: bytes)
    if let index = checks[record.place], case .check(var check) = outputs[index] {
      check.add(record)
      outputs[index] = .check(check)
      return
    }
    guard record.claim != nil else { throw .malformed }
    try count(.claims)
    add(.check(Check(record)))
    checks[record.place] = outputs.count - 1
  }

  private mutating func add(_ output: Output) {
    endText()
    outputs.append(output)
  }

  /// Adds a problem, also to the text; only the first one is shown.
  private mutating func say(_ problem: String) {
    if damage != nil { return }
    damage = problem
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    text += "[damaged output: \(problem)]\n".utf8
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    outputs.append(.text(String(decoding: text, as: UTF8.self)))
    text = []
  }
}

extension RecordKind {
  /// The noun for a record of this kind.
  fileprivate var noun: String {
    switch self {
    case .text: "text"
    case .chart: "chart"
    case .fault: "fault"
    case .check: "check"
    case .value: "published value"
    case .knob: "knob"
    case .table: "table"
    case .progress, .begin, .end: "sign"
    case .limit: "limit"
    case .warning: "warning"
    }
  }
}
