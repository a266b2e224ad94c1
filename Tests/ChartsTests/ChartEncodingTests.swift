import Testing
import Transcript

@testable import Charts

@Suite struct ChartEncodingTests {
  /// A chart with a mark of every kind, and everything else that a chart may have.
  private static let full = Chart(
    title: "All kinds", x: Axis(label: "x", scale: .log, domain: 1...9),
    y: Axis(label: "y", scale: .symmetricLog, categories: ["a", "b"], threshold: 0.1),
    marks: Mark.Kind.allCases.map { $0.sample }, aspect: .equal,
    panels: [Panel(title: "p", marks: [Mark.Kind.line.sample]), Panel(title: "q", marks: [])])

  @Test("A chart with marks of every kind comes back to the bit")
  func everyKind() throws {
    let bytes = Self.full.encoded()
    #expect(try Chart(decoding: bytes) == Self.full)
    #expect(try Chart(decoding: bytes).encoded() == bytes)
  }

  @Test("A mark begins with its kind's tag, and comes back alone", arguments: Mark.Kind.allCases)
  func tag(of kind: Mark.Kind) throws {
    var writer = ByteWriter()
    kind.sample.write(to: &writer)
    #expect(writer.bytes.first == kind.rawValue)
    var reader = ByteReader(writer.bytes)
    #expect(try Mark(from: &reader) == kind.sample)
    #expect(reader.isAtEnd)
  }

  @Test("The tags are those of the pages that are remembered")
  func tags() {
    #expect(Mark.Kind.allCases.map { $0.rawValue } == [1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13])
  }

  @Test("A tag of no kind is an error")
  func unknownTag() {
    for tag in UInt8.min...UInt8.max where Mark.Kind(rawValue: tag) == nil {
      var reader = ByteReader([tag] + [UInt8](repeating: 0, count: 99))
      #expect(throws: ByteReadingError.malformed) { try Mark(from: &reader) }
    }
  }

  @Test func domainsAndGapsSurvive() throws {
    let chart = Chart(
      x: Axis(label: "x", domain: 0...3), y: Axis(scale: .log, domain: 1e-9...Double.infinity),
      marks: [.line(LineMark(x: [0, 1], y: [-.nan, -.infinity], smoothing: .automatic))])
    let copy = try Chart(decoding: chart.encoded())
    #expect(copy.x == chart.x)
    #expect(copy.y == chart.y)
    let line = LineMark(x: [0, 1], y: [0, -.infinity], smoothing: .automatic)
    guard case .line(var read) = copy.marks[0] else {
      Issue.record("\(copy.marks[0])")
      return
    }
    // The sign of nan differs between processors.
    #expect(read.y[0].bitPattern == Double.nan.bitPattern)
    read.y[0] = 0
    #expect(read == line)
  }

  @Test func bytesThatEndTooEarlyAreAnError() {
    let bytes = Self.full.encoded()
    for count in bytes.indices {
      #expect(throws: ByteReadingError.self) { try Chart(decoding: [UInt8](bytes.prefix(count))) }
    }
  }

  @Test func bytesAfterTheChartAreAnError() {
    #expect(throws: ByteReadingError.malformed) {
      try Chart(decoding: Self.full.encoded() + [0])
    }
  }

  @Test func aListOfPlacesWithoutAsManyValuesIsAnError() {
    var writer = ByteWriter()
    for _ in 0..<2 { writer.write("") }
    for byte: UInt8 in [0, 0] { writer.write(byte) }
    writer.write("")
    for byte: UInt8 in [0, 0] { writer.write(byte) }
    writer.write(UInt32(1))
    for byte: UInt8 in [1, 0, 0] { writer.write(byte) }
    writer.write([1, 2])
    writer.write([1])
    #expect(throws: ByteReadingError.malformed) { try Chart(decoding: writer.bytes) }
  }

  @Test func aDomainThatRunsBackwardsIsAnError() {
    let chart = Chart(x: Axis(domain: 1...2))
    var bytes = chart.encoded()
    // The lower bound starts after the title's and the label's length, the scale and the flag.
    bytes[4 + 4 + 2 + 7] = 0x7F
    #expect(throws: ByteReadingError.malformed) { try Chart(decoding: bytes) }
  }
}
