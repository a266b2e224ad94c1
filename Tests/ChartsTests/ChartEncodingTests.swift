import Charts
import Testing
import Transcript

@Suite struct ChartEncodingTests {
  @Test func everyChartComesBackToTheBit() throws {
    for sample in SampleCharts.all {
      let bytes = sample.chart.encoded()
      #expect(try Chart(decoding: bytes).encoded() == bytes)
    }
    #expect(try Chart(decoding: SampleCharts.three.encoded()) == SampleCharts.three)
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
    let bytes = SampleCharts.few.encoded()
    for count in bytes.indices {
      #expect(throws: ByteReadingError.self) { try Chart(decoding: [UInt8](bytes.prefix(count))) }
    }
  }

  @Test func bytesAfterTheChartAreAnError() {
    #expect(throws: ByteReadingError.malformed) {
      try Chart(decoding: SampleCharts.few.encoded() + [0])
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

  @Test func noDamagedByteCrashesTheReaderOrTheDrawing() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var read = 0
    for sample in [SampleCharts.few, SampleCharts.escaping, SampleCharts.diverging] {
      let bytes = sample.encoded()
      for _ in 0..<400 {
        var damaged = bytes
        for _ in 0...random(3) { damaged[random(bytes.count)] = UInt8(random(256)) }
        guard let chart = try? Chart(decoding: damaged) else { continue }
        read += 1
        #expect(chart.responsiveSVG(id: "a").hasSuffix("</div>\n"))
      }
    }
    #expect(read > 0)
  }
}
