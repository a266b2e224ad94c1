import BookModel
import Charts
import Testing
import Transcript

@testable import Execution

/// Records as a block may write them itself, past the notebook.
@Suite struct TranscriptLimitTests {
  private static func record(_ kind: RecordKind, _ payload: [UInt8]) -> [UInt8] {
    [0, kind.rawValue] + (0..<4).map { UInt8(payload.count >> (8 * $0) & 255) } + payload
  }

  private static func check(_ claim: String?, line: Int = 3, holds: Bool = true) -> [UInt8] {
    record(
      .check,
      CheckRecord(place: .init(line: line, column: 1), holds: holds, claim: claim).encoded())
  }

  private static func repeated(_ count: Int, _ bytes: (Int) -> [UInt8]) -> [UInt8] {
    var all: [UInt8] = []
    for index in 0..<count { all += bytes(index) }
    return all
  }

  private static func knob(_ index: Int) -> [UInt8] {
    record(
      .knob,
      Knob(name: "k-\(index)", kind: .real, range: 0...1, standard: 0, value: 0).encoded())
  }

  /// A stream that reaches a limit with a number, and how many outputs it has.
  private static func stream(_ limit: OutputLimit, _ number: Int) -> (bytes: [UInt8], outputs: Int)?
  {
    switch limit {
    case .text:
      return (
        repeated(number / 100) { _ in [UInt8](repeating: 65, count: 99) + [10] }
          + [UInt8](repeating: 65, count: number % 100), 1
      )
    case .line: return ([UInt8](repeating: 65, count: number), 1)
    case .charts: return (repeated(number) { _ in record(.chart, Chart().encoded()) }, number)
    case .tables:
      return (repeated(number) { _ in record(.table, Table("a").encoded()) }, number)
    case .checks: return (check("a") + repeated(number - 1) { _ in check(nil) }, 1)
    case .claims: return (repeated(number) { check("a", line: $0 + 1) }, number)
    case .values:
      let value = PublishedValue(name: "a", content: .number(1))
      return (repeated(number) { _ in record(.value, value.encoded()) }, number)
    case .knobs: return (repeated(number) { knob($0) + knob($0) }, number)
    case .bytes:
      // Progress is no output, but it has to be read.
      let rest = number % 10_000
      return (
        repeated(number / 10_000) { _ in
          record(.progress, [UInt8](repeating: 1, count: 9994))
        } + (rest == 0 ? [] : record(.progress, [UInt8](repeating: 1, count: max(rest - 6, 0)))), 0
      )
    default: return nil
    }
  }

  private static let streamLimits: [OutputLimit] = [
    .text, .line, .charts, .tables, .checks, .claims, .values, .knobs, .bytes,
  ]

  @Test(
    "A stream at a limit is read, and one beyond it is read up to the limit",
    arguments: streamLimits)
  func boundaries(limit: OutputLimit) throws {
    let (allowed, count) = try #require(Self.stream(limit, limit.maximum))
    let reader = TranscriptReader(allowed)
    #expect(reader.excess == nil && reader.damage == nil)
    #expect(reader.outputs.count == count)

    let (refused, _) = try #require(Self.stream(limit, limit.maximum + 1))
    let stopped = TranscriptReader(refused + Array("later".utf8))
    #expect(stopped.excess == OutputExcess(limit))
    #expect(stopped.damage == nil)
    #expect(stopped.outputs == reader.outputs)
  }

  @Test("Charts and tables that are too large are named with what was found")
  func sizes() {
    let chart = Chart(marks: [Mark](repeating: .line(LineMark(x: [], y: [])), count: 2000))
    let before = Array("before\n".utf8)
    let charts = TranscriptReader(before + Self.record(.chart, chart.encoded()) + before)
    #expect(charts.excess == OutputExcess(.marks, found: 2000))
    #expect(charts.outputs == [.text("before\n")])
    var table = ByteWriter()
    table.write(0 as UInt8)
    table.write(3000 as UInt32)
    table.write(3000 as UInt32)
    let tables = TranscriptReader(before + Self.record(.table, table.bytes) + before)
    #expect(tables.excess == OutputExcess(.columns, found: 3000))
    #expect(tables.outputs == [.text("before\n")])
  }

  @Test("Charts that are small enough each may be too many points together")
  func allPoints() {
    let bars = BarMark(y: [Double](repeating: 1, count: 985))
    let chart = Chart(marks: [Mark](repeating: .bar(bars), count: 10))
    #expect(ChartSize(chart).points * 5 < OutputLimit.allPoints.maximum)
    let reader = TranscriptReader(Self.repeated(6) { _ in Self.record(.chart, chart.encoded()) })
    #expect(reader.excess == OutputExcess(.allPoints))
    #expect(reader.outputs.count == 5)
  }

  @Test("What the notebook says of a limit is read, and nothing after it")
  func stop() {
    let excess = OutputExcess(.marks, found: 101)
    let reader = TranscriptReader(
      [65] + Self.record(.limit, excess.encoded()) + Self.record(.text, [66]))
    #expect(reader.stop == excess && reader.excess == nil)
    #expect(reader.outputs == [.text("A")])
    let forged = TranscriptReader(Self.record(.limit, OutputExcess(.marks, found: 7).encoded()))
    #expect(forged.damage == "a limit that cannot be read")
  }

  @Test("The checks of one place are one output at the place of the first")
  func gathered() {
    let reader = TranscriptReader(
      Self.check("one") + [65] + Self.check("two") + Self.check(nil) + Self.check("x", line: 4)
        + [66])
    var check = Check(claim: "one")
    for claim in ["two", nil] {
      check.add(CheckRecord(place: .init(line: 3, column: 1), holds: true, claim: claim))
    }
    #expect(check.cases == 3 && check.otherClaims == ["two"])
    #expect(
      reader.outputs == [.check(check), .text("A"), .check(Check(claim: "x")), .text("B")])
  }

  @Test("Of failing checks the first ones are named, and all are counted")
  func failing() throws {
    var bytes = Self.check("fine")
    for index in 1...12 { bytes += Self.check(index > 10 ? nil : "bad \(index)", holds: false) }
    let outputs = TranscriptReader(bytes).outputs
    guard case .check(let check) = outputs.first, outputs.count == 1 else {
      Issue.record("\(outputs)")
      return
    }
    #expect(check.failedCases == 12 && check.cases == 13)
    #expect(check.failure == .init(line: 3, column: 1))
    #expect(check.claim == "bad 1" && check.otherClaims == (2...10).map { "bad \($0)" })
    let range = SourceRange(file: "a.md", line: 3, column: 1)
    #expect(
      ExecutionWording.claimDoesNotHold(check, at: range).message
        == "the claim does not hold in 12 of 13 cases: bad 1; bad 2; bad 3; bad 4; bad 5; bad 6; "
        + "bad 7; bad 8; bad 9; bad 10; …")
    #expect(
      ExecutionWording.claimDoesNotHold(
        Check(claim: "a", failure: .init(line: 3, column: 1)), at: range
      ).message == "the claim does not hold: a")
  }

  @Test("A check that names no claim at its place cannot be read")
  func nameless() {
    #expect(TranscriptReader(Self.check(nil)).damage == "a check that cannot be read")
  }

  @Test("A fault's message is cut, however long it is")
  func longFault() {
    let fault = Self.record(.fault, [UInt8](repeating: 65, count: 300_000))
    #expect(TranscriptReader(fault).fault?.count == 2000)
  }

  @Test("Every limit is said in words of its own, with the numbers and a next step")
  func words() {
    var seen: Set<String> = []
    for limit in OutputLimit.allCases {
      let most = "\(limit.maximum)"
      let failure = ExperimentFailure.stoppedAtLimit(OutputExcess(limit))
      let diagnostic = failure.diagnostic()
      #expect(diagnostic.message.contains(" more than \(most) "), "\(limit)")
      #expect(diagnostic.hint?.isEmpty == false, "\(limit)")
      #expect(seen.insert(diagnostic.message).inserted, "\(limit)")
      let found = ExperimentFailure.beyondLimit(OutputExcess(limit, found: 999_999_999))
      let message = found.diagnostic().message
      #expect(message.contains(" 999999999 ") && message.contains(most), "\(limit)")
    }
    #expect(
      OutputExcess(.marks, found: 2000).message
        == "the chart has 2000 lines and other marks; at most 100 are allowed")
  }
}
