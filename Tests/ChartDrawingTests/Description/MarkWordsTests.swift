import ChartDrawing
import Charts
import Testing

@Suite struct MarkWordsTests {
  @Test func pointsAreTold() {
    let chart = ScatterPlot(
      [("SGD", [1, 2, .nan], [3, 4, 5]), ("Adam", [7], [8])], xLabel: "rate", yLabel: "loss"
    ).chart
    #expect(
      chart.textAlternative()
        == "Scatter plot of loss against rate, 2 series of points."
        + " SGD: 2 points, rate from 1 to 2, loss from 3 to 4."
        + " One value that has no place on the axes is left out."
        + " Adam: one point, rate 7, loss 8.")
    #expect(
      chart.textAlternative(language: .chinese)
        == "以 rate 为横轴，loss 的散点图，共 2 组点。"
        + "SGD：2 个点，rate 从 1 到 2，loss 从 3 到 4。"
        + "略去坐标轴上没有位置的 1 个值。Adam：1 个点，rate 为 7，loss 为 8。")
  }

  @Test func barsAreTold() {
    let chart = BarChart(["SGD", "Adam"], [921, 305.5], yLabel: "steps").chart
    #expect(
      chart.textAlternative() == "Bar chart of steps. Steps: SGD 921, Adam 305.5.")
    #expect(
      chart.textAlternative(language: .chinese)
        == "steps 的条形图。steps：SGD 为 921，Adam 为 305.5。")
    let many = BarChart((1...20).map { "\($0)" }, [Double](repeating: 1, count: 20)).chart
    #expect(many.textAlternative().hasSuffix("12 1, and 8 more."))
  }

  @Test func aHistogramIsTold() {
    let chart = Histogram([1, 1, 1, 2, 3, .nan], bins: 2, xLabel: "gradient").chart
    #expect(
      chart.textAlternative()
        == "Histogram of count against gradient. The histogram counts 5 values from 1 to 3;"
        + " most, 3, are from 1 to 2."
        + " One value that has no place on the axes is left out.")
    #expect(
      chart.textAlternative(language: .chinese)
        == "以 gradient 为横轴，count 的直方图。直方图：共 5 个值，从 1 到 3；"
        + "最多的 3 个在 1 到 2 之间。略去坐标轴上没有位置的 1 个值。")
  }

  @Test func aBandIsTold() {
    let chart = BandChart(
      x: [0, 1], [("SGD", [[4, 1], [6, 3]])], spread: .range, xLabel: "epoch", yLabel: "loss"
    ).chart
    #expect(
      chart.textAlternative()
        == "Chart of bands of loss against epoch. SGD falls from 5 at 0 to 2 at 1."
        + " The band of SGD reaches from 4 to 6 at 0 and from 1 to 3 at 1.")
    #expect(
      chart.textAlternative(language: .chinese)
        == "以 epoch 为横轴，loss 的带状图。SGD 从 0 处的 5 降至 1 处的 2。"
        + "SGD 的带在 0 处从 4 到 6，在 1 处从 1 到 3。")
  }

  @Test func stepsAreTold() {
    let chart = StepChart(x: [0, 10], y: [1, 0.1], xLabel: "epoch", yLabel: "rate").chart
    #expect(
      chart.textAlternative()
        == "Step chart of rate against epoch. Rate falls from 1 at 0 to 0.1 at 10.")
    #expect(chart.textAlternative(language: .chinese).hasPrefix("以 epoch 为横轴，rate 的阶梯图。"))
  }

  @Test func referenceLinesAreToldAndNotCounted() {
    let chart = LineChart(x: [1, 2], y: [3, 4], xLabel: "k", yLabel: "f").adding(
      .horizontalRule(at: 0.01, "floor"), .verticalRule(at: 2), .slope(-2, throughX: 1, y: 3))
    #expect(
      chart.textAlternative()
        == "Line chart of f against k. F rises from 3 at 1 to 4 at 2."
        + " A reference line “floor” stands at f 0.01. A reference line stands at k 2."
        + " A reference line has slope −2 and goes through (1, 3).")
    #expect(
      chart.textAlternative(language: .chinese).hasSuffix(
        "参考线 “floor” 位于 f = 0.01。参考线 位于 k = 2。参考线 斜率为 −2，经过 (1, 3)。"))
  }

  @Test func panelsAreToldOneByOne() {
    let chart = SmallMultiples(
      [("a", LossCurve([2, 1], epochs: 1).chart), ("b", LossCurve([3, 1], epochs: 1).chart)]
    ).chart
    #expect(
      chart.textAlternative()
        == "Line chart of loss against epoch, logarithmic scale, 2 panels."
        + " Panel “a”. Loss falls from 2 at 0 to 1 at 1."
        + " Panel “b”. Loss falls from 3 at 0 to 1 at 1.")
    #expect(
      chart.textAlternative(language: .chinese)
        == "以 epoch 为横轴，loss 的折线图，对数刻度，共 2 个分图。"
        + "分图“a”：loss 从 0 处的 2 降至 1 处的 1。分图“b”：loss 从 0 处的 3 降至 1 处的 1。")
  }

  @Test func scalesAreTold() {
    func opening(_ x: Axis.Scale, _ y: Axis.Scale, _ language: ChartLanguage) -> String {
      let chart = Chart(
        x: Axis(scale: x), y: Axis(scale: y), marks: [.line(LineMark(x: [], y: []))])
      return chart.textAlternative(language: language)
    }
    #expect(opening(.log, .log, .english).contains("both scales logarithmic"))
    #expect(opening(.log, .linear, .english).contains(", logarithmic horizontal scale."))
    #expect(opening(.linear, .symmetricLog, .english).contains(", symmetric logarithmic scale."))
    #expect(opening(.symmetricLog, .log, .chinese).contains("，对数刻度，横轴为对称对数刻度。"))
  }

  @Test func marksOfSeveralKindsAreAChart() {
    let chart = LineChart(x: [1, 2], y: [3, 4]).adding(
      .scatter(ScatterMark(label: "seen", x: [1], y: [3])))
    #expect(chart.textAlternative().hasPrefix("Chart. The line rises"))
    #expect(chart.textAlternative(language: .chinese).hasPrefix("图。"))
  }
}
