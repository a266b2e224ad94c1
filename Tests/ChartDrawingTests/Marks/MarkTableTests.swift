import Testing

@testable import ChartDrawing
@testable import Charts

/// All kinds of marks, with what a page shows of each. A new kind compiles only with a row here, and
/// passes only when nothing of it is missing.
@Suite struct MarkTableTests {
  struct Row {
    /// A mark of the kind, with values in it.
    var mark: Mark
    /// What a chart of such marks is called, in English and in Chinese.
    var nouns: [String]
    /// What stands in the legend.
    var symbol: LegendSymbol
    /// The names of the columns of data; none for a mark that only refers to others' data.
    var columns: [String]
    /// The class of an element that only this kind draws.
    var element: String
    /// How the mark is told, in English and in Chinese.
    var sentences: [String]
  }

  private static let grid = Grid(x: [0, 1, 2], y: [0, 1]) { $0 + 2 * $1 }

  static func row(_ kind: Mark.Kind) -> Row {
    switch kind {
    case .line:
      Row(
        mark: .line(LineMark(label: "run", x: [0, 1], y: [2, 1])), nouns: ["Line chart", "折线图"],
        symbol: .line("chart-line"), columns: ["x", "run"], element: "chart-line",
        sentences: ["run falls from 2 at 0 to 1 at 1.", "run 从 0 处的 2 降至 1 处的 1。"])
    case .scatter:
      Row(
        mark: .scatter(ScatterMark(label: "runs", x: [0, 1], y: [2, 1])),
        nouns: ["Scatter plot", "散点图"], symbol: .marker, columns: ["x", "runs"],
        element: "chart-round",
        sentences: [
          "runs: 2 points, x from 0 to 1, y from 1 to 2.", "runs：2 个点，x 从 0 到 1，y 从 1 到 2。",
        ])
    case .step:
      Row(
        mark: .step(StepMark(label: "rate", x: [0, 1], y: [2, 1])),
        nouns: ["Step chart", "阶梯图"], symbol: .line("chart-line"), columns: ["x", "rate"],
        element: "chart-line",
        sentences: ["rate falls from 2 at 0 to 1 at 1.", "rate 从 0 处的 2 降至 1 处的 1。"])
    case .bar:
      Row(
        mark: .bar(BarMark(label: "steps", y: [2])), nouns: ["Bar chart", "条形图"],
        symbol: .field("chart-bar"), columns: ["x", "steps"], element: "chart-bar",
        sentences: ["steps: 1 2.", "steps：1 为 2。"])
    case .histogram:
      Row(
        mark: .histogram(HistogramMark(label: "errors", edges: [0, 1, 2], counts: [3, 4])),
        nouns: ["Histogram", "直方图"], symbol: .field("chart-bin"),
        columns: ["x ≥", "x <", "errors"], element: "chart-bin",
        sentences: [
          "errors counts 7 values from 0 to 2; most, 4, are from 1 to 2.",
          "errors：共 7 个值，从 0 到 2；最多的 4 个在 1 到 2 之间。",
        ])
    case .band:
      Row(
        mark: .band(BandMark(label: "runs", x: [0, 1], lower: [1, 2], upper: [3, 4])),
        nouns: ["Chart of bands", "带状图"], symbol: .field("chart-band"),
        columns: ["x", "runs ↓", "runs ↑"], element: "chart-band",
        sentences: [
          "The band of runs reaches from 1 to 3 at 0 and from 2 to 4 at 1.",
          "runs 的带在 0 处从 1 到 3，在 1 处从 2 到 4。",
        ])
    case .rule:
      Row(
        mark: .rule(RuleMark(.horizontal(1), label: "floor")), nouns: ["Line chart", "折线图"],
        symbol: .line("chart-rule"), columns: [], element: "chart-rule",
        sentences: ["A reference line “floor” stands at y 1.", "参考线 “floor” 位于 y = 1。"])
    case .contour:
      Row(
        mark: .contour(ContourMark(grid, levels: [1])), nouns: ["Contour lines", "等高线图"],
        symbol: .line("chart-contour"), columns: ["y \\ x", "0", "1", "2"],
        element: "chart-contour",
        sentences: [
          "The function's values run from 0, near (0, 0), to 4.", "函数值从 (0, 0) 附近的 0 到 4。",
        ])
    case .heat:
      Row(
        mark: .heat(HeatMark(grid, name: "loss")), nouns: ["Heat map", "热图"],
        symbol: .line("chart-contour"), columns: ["y \\ x", "0", "1", "2"],
        element: "chart-cells",
        sentences: [
          "Its values run from 0 at (0, 0) to 4 at (2, 1).", "值从 (0, 0) 处的 0 到 (2, 1) 处的 4。",
        ])
    case .trajectory:
      Row(
        mark: .trajectory(TrajectoryMark(label: "way", x: [2, 1], y: [1, 0])),
        nouns: ["Trajectory", "轨迹图"], symbol: .line("chart-line"), columns: ["t", "x", "y"],
        element: "chart-way",
        sentences: [
          "way starts at (2, 1) and ends at (1, 0) after 1 step.", "way 从 (2, 1) 出发，1 步后到达 (1, 0)。",
        ])
    case .minimum:
      Row(
        mark: .minimum(MinimumMark(x: 1, y: 2, name: "best")), nouns: ["Minimum", "极小点"],
        symbol: .line("chart-contour"), columns: [], element: "chart-cross",
        sentences: ["best is marked at (1, 2).", "best标在 (1, 2)。"])
    }
  }

  @Test("A row's mark is of the row's kind, and so is its drawing", arguments: Mark.Kind.allCases)
  func kind(_ kind: Mark.Kind) {
    let mark = Self.row(kind).mark
    // In a chart's bytes the first mark stands after three empty texts, both axes' other bytes and
    // the number of marks.
    #expect(Chart(marks: [mark]).encoded()[3 * 4 + 2 * 2 + 4] == kind.rawValue)
    #expect(mark.drawn.kind == kind && mark.drawn.value == mark)
  }

  @Test(
    "Every kind of mark has a noun and a description in both languages",
    arguments: Mark.Kind.allCases)
  func words(of kind: Mark.Kind) {
    let row = Self.row(kind)
    let mark = row.mark.drawn
    let chart = Chart(marks: [row.mark])
    for (index, language) in [ChartLanguage.english, .chinese].enumerated() {
      let noun = mark.noun(language)
      #expect(noun.chart == row.nouns[index])
      #expect(!noun.many.isEmpty)
      #expect(mark.sentences(in: chart, language) == [row.sentences[index]])
      #expect(chart.textAlternative(language: language).hasSuffix(row.sentences[index]))
    }
  }

  @Test("Every kind of mark has its columns of data", arguments: Mark.Kind.allCases)
  func columns(of kind: Mark.Kind) {
    let row = Self.row(kind)
    let table = Chart(marks: [row.mark]).dataTable()
    #expect(table.header == row.columns)
    #expect(table.rows.isEmpty == row.columns.isEmpty)
  }

  @Test("Every kind of mark is drawn with its own element", arguments: Mark.Kind.allCases)
  func drawing(of kind: Mark.Kind) {
    let row = Self.row(kind)
    let svg = Chart(x: Axis(domain: -9...9), y: Axis(domain: -9...9), marks: [row.mark])
      .svg(id: "a")
    #expect(svg.contains("\"\(row.element)") || svg.contains(" \(row.element)\""))
    // A line of reference has nothing to refer to.
    #expect(svg.contains(">no data<") == (kind == .rule))
  }

  @Test("No two kinds of mark are drawn alike, but for lines and steps")
  func elements() {
    #expect(Set(Mark.Kind.allCases.map { Self.row($0).element }).count == 10)
  }

  @Test("Every kind of mark has its symbol in the legend", arguments: Mark.Kind.allCases)
  func symbol(of kind: Mark.Kind) {
    let row = Self.row(kind)
    #expect(row.mark.drawn.symbol == row.symbol)
    // Five series of one kind have no names at their ends, but in a legend.
    guard row.mark.drawn.takesSeries, let label = row.mark.drawn.label else { return }
    let svg = Chart(marks: [Mark](repeating: row.mark, count: 5)).svg(id: "a")
    #expect(svg.components(separatedBy: ">\(label)</text>").count == 6)
  }
}
