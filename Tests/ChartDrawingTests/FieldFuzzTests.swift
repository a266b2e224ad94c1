import Charts
import Testing

@testable import ChartDrawing

/// Functions, ranges and ways that no author would draw on purpose.
@Suite struct FieldFuzzTests {
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }

    mutating func number() -> Double {
      let odd: [Double] = [
        0, -0.0, .nan, .infinity, -.infinity, 1e308, -1e308, 5e-324, 1, -1, 1e-9, 1e9,
      ]
      return roll(3) == 0 ? odd[roll(odd.count)] : Double(roll(2001) - 1000) / 100
    }

    mutating func range() -> ClosedRange<Double> {
      let (a, b) = (number(), number())
      return a <= b ? a...b : b <= a ? b...a : 0...1
    }
  }

  private func chart(_ dice: inout Dice) -> Chart {
    let (x, y) = (dice.range(), dice.range())
    let values = (0..<97).map { _ in dice.number() }
    var next = 0
    func value(_ x: Double, _ y: Double) -> Double {
      next += 1
      return values[next % values.count]
    }
    let points = (0..<dice.roll(30)).map { _ in (dice.number(), dice.number()) }
    let isAnimated = dice.roll(2) == 0
    switch dice.roll(4) {
    case 0:
      return ContourPlot(
        x: x, y: y, title: "a", equalScales: dice.roll(2) == 0
      ) { x, y in x * y + values[0] }
      .trajectory(points, animated: isAnimated).minimum(dice.number(), dice.number()).chart
    case 1:
      return HeatMap(
        x: points.map { $0.0 }, y: points.map { $0.1 }, valueLabel: "v",
        scale: dice.roll(2) == 0 ? .log : .linear, value
      ).trajectory(points).chart
    case 2:
      return StabilityMap(
        x: x, y: y, columns: 9, rows: 7, limit: dice.number(), value
      ).chart
    default:
      return BasinMap(x: x, y: y, names: ["a", "b"], columns: 8, rows: 8) { x, y in
        dice.roll(4) - 1
      }
      .trajectory(points, animated: isAnimated).chart
    }
  }

  @Test(arguments: 0..<60) func everyChartIsDrawnWithFiniteNumbers(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let chart = self.chart(&dice)
    let bytes = chart.encoded()
    #expect(try Chart(decoding: bytes).encoded() == bytes)
    for layout in [ChartLayout.wide, .narrow] {
      let svg = chart.svg(id: "a", layout: layout, alternative: "")
      #expect(svg == chart.svg(id: "a", layout: layout, alternative: ""))
      #expect(svg.utf8.count < 60_000)
      for line in svg.split(separator: "\n") {
        for attribute in [" d=\"", " x=\"", " y=\"", " cx=\"", " transform=\"", " viewBox=\""] {
          guard let start = line.firstRange(of: attribute) else { continue }
          let value = line[start.upperBound...].prefix { $0 != "\"" }
          #expect(!value.contains("nan") && !value.contains("inf"), "\(line.prefix(200))")
        }
      }
    }
    for language in [ChartLanguage.english, .chinese] {
      #expect(!chart.textAlternative(language: language).isEmpty)
    }
    _ = chart.dataTable()
  }

  @Test func bytesThatEndTooEarlyOrLieAreAnError() {
    for sample in SampleFields.all where sample.chart.encoded().count < 40_000 {
      let bytes = sample.chart.encoded()
      for count in stride(from: 0, to: bytes.count, by: 101) {
        #expect(throws: (any Error).self) { try Chart(decoding: [UInt8](bytes.prefix(count))) }
      }
    }
  }
}
