import Charts
import Testing

@testable import ChartDrawing

/// No two texts of a picture cover each other, and none leaves it, in the widest usual face.
@Suite struct TextCollisionTests {
  /// Charts whose texts have little room.
  private static let crowded: [(name: String, chart: Chart)] = [
    ("neighbouring-rules", neighbouringRules), ("many-rules", manyRules),
    ("long-key", longKey), ("grouped-bars", groupedBars), ("large-numbers", largeNumbers),
    ("wide-panels", widePanels), ("all-diverge", allDiverge),
    ("rules-on-contours", rulesOnContours),
  ]

  private static let neighbouringRules = LineChart(
    x: [0, 0.5, 1], y: [1, 0.2, 3], xLabel: "rate", yLabel: "distance"
  ).adding(.verticalRule(at: 0.476, "2/(L + μ)"), .verticalRule(at: 0.5, "2/L"))

  private static let manyRules = LineChart(x: [0, 1], y: [0, 1], title: "Rules").adding(
    .horizontalRule(at: 0.5, "the one floor"), .horizontalRule(at: 0.52, "the other floor"),
    .verticalRule(at: 0.9, "limit"), .verticalRule(at: 0.95, "a second limit"),
    .slope(1, throughX: 0, y: 0, "rate x"), .horizontalRule(at: 0.51, "a third"))

  private static let longKey = HeatMap(
    x: [1, 2, 3], y: [1, 2, 3], xLabel: "rate", yLabel: "a very long name of the momentum",
    valueLabel: "the largest factor per step"
  ) { x, y in x * y }.chart

  private static let groupedBars = Chart(
    x: Axis(categories: ["a", "b", "c"]), y: Axis(label: "a long name of the bars' values"),
    marks: (1...4).map { .bar(BarMark(label: "\($0)", y: [0.111, 0.222, 1])) })

  private static let largeNumbers = ScatterPlot(
    x: [0, 1_000_000], y: [0, 1], xLabel: "updates", yLabel: "y"
  ).chart.scaled(x: .linear)

  private static let widePanels = SmallMultiples(
    (1...3).map { number in
      ("panel \(number)", LineChart(x: [0, 99_000], y: [0, 100_000]).chart)
    }
  ).chart

  private static let allDiverge = LossCurve(
    (1...6).map { (label: "η = \($0)", losses: [1, 1e30, .infinity, .nan]) }, epochs: 3
  ).chart.adding(.horizontalRule(at: 1e30, "floor"))

  private static let rulesOnContours = ContourPlot(x: -2...2, y: -2...2) { x, y in x * x + y * y }
    .trajectory([(-1.9, -1.9), (-1, 1), (0.2, -0.2), (0.1, 0.1), (0, 0)], label: "walk")
    .minimum(0, 0)
    .adding(.verticalRule(at: 0, "x = 0"), .horizontalRule(at: 0, "y = 0"))

  @Test func noTextsCoverEachOtherAndNoneLeavesThePicture() {
    let samples = SampleCharts.all.filter { $0.name != "long-texts" }
    for (name, chart) in samples.map({ ($0.name, $0.chart) }) + Self.crowded {
      for layout in [ChartLayout.wide, .narrow] {
        for language in [ChartLanguage.english, .chinese] {
          let texts = TextBoxes(chart, layout, language)
          #expect(texts.collisions == [], "\(name) \(layout) \(language)")
          #expect(texts.outside == [], "\(name) \(layout) \(language)")
        }
      }
    }
  }

  @Test func neighbouringRulesHaveTheirLabelsBesideThem() throws {
    let texts = TextBoxes(Self.neighbouringRules, .wide)
    let (first, second) = (texts.box(of: "2/(L + μ)"), texts.box(of: "2/L"))
    #expect(try #require(first).right < (try #require(second)).left)
  }

  @Test func aLabelKeepsOffTheData() throws {
    // The line runs where the label would stand otherwise.
    let chart = LineChart(x: [0, 0.7, 1], y: [0, 0.5, 0.53], yLabel: "y")
      .adding(.horizontalRule(at: 0.5, "no progress"))
    let box = try #require(TextBoxes(chart, .wide).box(of: "no progress"))
    #expect(box.right < 0.75 * 640)
  }

  @Test func theMeasureIsThatOfTheWidestUsualFace() {
    // Measured in Chromium with DejaVu Sans at 100 px.
    #expect((TextMeasure.width("10 000 steps", size: 100) - 662).magnitude < 40)
    let title = "The loss is gone, the way along the valley is not"
    #expect(TextMeasure.width(title, size: 14, weight: .bold) > 363)
    let lines = TextMeasure.lines(title, size: 14, width: 320, most: 4, weight: .bold)
    #expect(lines == ["The loss is gone, the way along the", "valley is not"])
  }
}
