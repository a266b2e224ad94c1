import ChartDrawing
import Charts
import Testing

/// Charts that were written and read before they are drawn, as those of a page are.
@Suite struct EncodedChartTests {
  @Test("The sample charts are the same after they were written and read")
  func samples() throws {
    for sample in SampleCharts.all {
      let bytes = sample.chart.encoded()
      let copy = try Chart(decoding: bytes)
      #expect(copy.encoded() == bytes)
      #expect(copy.svg(id: "a") == sample.chart.svg(id: "a"))
    }
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
        #expect(chart.responsiveSVG(id: "a").markup.hasSuffix("</div>\n"))
      }
    }
    #expect(read > 0)
  }
}
