import ChartDrawing
import Charts

/// Charts of every mark, small enough for a snapshot.
extension SampleCharts {
  private static let steps = (0..<20).map(Double.init)

  static let scatter = ScatterPlot(
    [
      ("SGD", [0.01, 0.03, 0.1, 0.3, 1], [3.1, 0.9, 0.05, 0.002, .nan]),
      ("momentum", [0.01, 0.03, 0.1, 0.3], [1.2, 0.1, 0.004, 0.3]),
      ("Adam", [0.01, 0.1, 1], [0.4, 0.01, 2]),
    ], title: "The best rate differs", xLabel: "learning rate", yLabel: "final loss"
  ).scaled(x: .log, y: .log)

  static let steplike = StepChart(
    x: [0, 10, 20, 30, 40],
    [("by ten", [1, 0.1, 0.01, 0.001, 0.001]), ("half", [1, 0.5, 0.25, 0.125, 0.125])],
    title: "Two schedules", xLabel: "epoch", yLabel: "learning rate"
  ).scaled(y: .log)

  static let bars = BarChart(
    ["SGD", "momentum", "Nesterov", "AdaGrad", "Adam"], [921, 305.5, 288, -40, .infinity],
    title: "Steps until the loss is below 10⁻⁴", xLabel: "optimizer", yLabel: "steps")

  static let groupedBars = BarChart(
    ["B = 1", "B = 10", "B = 100"], [("train", [0.3, 0.5, 0.9]), ("test", [0.4, 0.55, 0.8])],
    title: "两组", yLabel: "损失")

  static let histogram = Histogram(
    (0..<1000).map { index in
      let noise = SampleCharts.noise(count: 1000)[index]
      return noise * 50 * (index % 3 == 0 ? -1 : 1)
    } + [.nan], title: "Gradients of one batch", xLabel: "gradient")

  static let bands = BandChart(
    x: steps,
    [
      ("SGD", [0.8, 0.75, 0.9].map { decay($0, count: 20) }),
      ("Adam", [0.5, 0.55, 0.62].map { decay($0, count: 20) }),
    ], spread: .range, title: "Three seeds each", xLabel: "epoch", yLabel: "loss", yScale: .log)

  static let rules = LineChart(
    x: (1...50).map(Double.init), y: (1...50).map { 4 / Double($0 * $0) },
    title: "The error falls as fast as promised", xLabel: "step k", yLabel: "error",
    xScale: .log, yScale: .log
  ).adding(
    .slope(-2, throughX: 2, y: 2, "rate k⁻²"), .horizontalRule(at: 0.01, "target 0.01"),
    .verticalRule(at: 20, "k = 20"))

  static let symmetric = Chart(
    title: "Both signs, many sizes", x: Axis(label: "step"),
    y: Axis(label: "x", scale: .symmetricLog, threshold: 1),
    marks: [
      .line(
        LineMark(
          label: "x", x: steps,
          y: (0..<20).map { step in
            (0..<step).reduce(0.3) { value, _ in value * -1.7 }
          }))
    ])

  static let multiples = SmallMultiples(
    [0.2, 0.02, 0.3].map { rate in
      ("η = \(rate)", LossCurve(decay(1 - 2 * rate + rate * rate), epochs: 3).chart)
    }, title: "Three learning rates")

  static let manyLines = LineChart(
    x: steps, (1...9).map { ("momentum \($0)", decay(1 - Double($0) / 12, count: 20)) },
    title: "Nine lines", xLabel: "step", yLabel: "loss", yScale: .log)

  static let longTexts = LineChart(
    x: [0, 1], y: [1, 2], title: String(repeating: "a long title ", count: 16),
    xLabel: String(repeating: "across ", count: 30), yLabel: String(repeating: "高", count: 200)
  ).adding(.horizontalRule(at: 1.5, String(repeating: "rule ", count: 40)))

  static let marks: [(name: String, chart: Chart, language: ChartLanguage)] = [
    ("scatter", scatter, .english), ("step", steplike.chart, .english),
    ("bars", bars.chart, .english), ("grouped-bars", groupedBars.chart, .chinese),
    ("histogram", histogram.chart, .english), ("bands", bands.chart, .english),
    ("rules", rules, .english), ("symmetric-log", symmetric, .english),
    ("multiples", multiples.chart, .english), ("many-lines", manyLines.chart, .english),
    ("long-texts", longTexts, .english),
  ]
}
