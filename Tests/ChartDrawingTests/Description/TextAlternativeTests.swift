import ChartDrawing
import Charts
import Testing

@Suite struct TextAlternativeTests {
  @Test func aFallingLossIsTold() {
    let chart = LossCurve([12.531369, 1, 4.8941e-05], epochs: 3).chart
    #expect(
      chart.textAlternative()
        == "Line chart of loss against epoch, logarithmic scale. "
        + "Loss falls from 12.53 at 0 to 4.89×10⁻⁵ at 3.")
    #expect(
      chart.textAlternative(language: .chinese)
        == "以 epoch 为横轴，loss 的折线图，对数刻度。loss 从 0 处的 12.53 降至 3 处的 4.89×10⁻⁵。")
  }

  @Test func extremesInsideAreTold() {
    let chart = Chart(
      x: Axis(label: "step"), y: Axis(label: "x"),
      marks: [.line(LineMark(label: "run", x: [0, 1, 2, 3], y: [2, 9, -1, 3]))])
    #expect(
      chart.textAlternative()
        == "Line chart of x against step. run rises from 2 at 0 to 3 at 3,"
        + " with its lowest value −1 at 2 and its highest value 9 at 1; it crosses zero 2 times.")
    #expect(
      chart.textAlternative(language: .chinese).hasSuffix("，最低为 2 处的 −1，最高为 1 处的 9；穿过 0 共 2 次。"))
  }

  @Test func divergenceIsTold() {
    let chart = LossCurve([1, 1e30, .infinity, .nan], epochs: 3).chart
    #expect(
      chart.textAlternative().hasSuffix(
        "to 10³⁰ at 1, and then diverges at 2: it is inf from there on."))
    #expect(chart.textAlternative(language: .chinese).hasSuffix("，在 2 处发散，此后为 inf。"))
    let nothing = LossCurve([.nan, .nan], epochs: 1).chart
    #expect(nothing.textAlternative().hasSuffix("Loss is nan from 0 on."))
  }

  @Test func whatALogarithmicAxisCannotShowIsTold() {
    let chart = LossCurve([1, 0, -1, .nan, 0.5], epochs: 4).chart
    let text = chart.textAlternative()
    #expect(text.contains("2 values that are not positive are left out."))
    #expect(text.contains("One value that is not finite is left out."))
    #expect(chart.textAlternative(language: .chinese).contains("略去 2 个非正的值。"))
  }

  @Test func everySeriesIsTold() {
    let text = SampleCharts.three.textAlternative()
    #expect(text.contains("logarithmic scale, 3 lines. η = 0.2 falls throughout from"))
    #expect(text.contains(". η = 0.3 falls throughout from"))
  }

  @Test func littleDataIsTold() {
    #expect(Chart().textAlternative() == "Line chart, without data.")
    #expect(SampleCharts.oneValue.textAlternative().hasSuffix("Loss is 0.5 at 0."))
    let flat = LossCurve([2, 2, 2], epochs: 2).chart
    #expect(flat.textAlternative().hasSuffix("Loss stays at 2 from 0 to 2."))
    let none = LossCurve([Double](), epochs: 2).chart
    #expect(none.textAlternative().hasSuffix("Loss has no values."))
  }

  private func line(_ label: String, _ y: [Double], scale: Axis.Scale = .linear) -> Chart {
    Chart(
      x: Axis(label: "step"), y: Axis(label: "x", scale: scale),
      marks: [.line(LineMark(label: label, x: y.indices.map(Double.init), y: y))])
  }

  @Test func aLineThatNeverTurnsFallsThroughout() {
    #expect(
      line("run", [16, 8, 4, 2, 1]).textAlternative().hasSuffix(
        "run falls throughout from 16 at 0 to 1 at 4."))
    #expect(
      line("run", [16, 8, 4, 2, 1]).textAlternative(language: .chinese).hasSuffix(
        "run 从 0 处的 16 一直降至 4 处的 1。"))
    // One step upwards, or fewer than five points, and it does not.
    #expect(!line("run", [16, 8, 9, 2, 1]).textAlternative().contains("throughout"))
    #expect(!line("run", [16, 8, 4, 2]).textAlternative().contains("throughout"))
  }

  @Test func oscillationsAreToldWithTheirRangeAndTheirGrowth() {
    let shrinking = (0..<20).map { (index: Int) -> Double in
      (index % 2 == 0 ? 1.0 : -1) * Double(1 << (20 - index))
    }
    #expect(
      line("run", shrinking).textAlternative().contains(
        ", and oscillates between −512 and 1024 from 10 on, with shrinking swings; "
          + "it crosses zero 19 times."))
    #expect(
      line("run", shrinking.reversed()).textAlternative(language: .chinese).contains(
        "振荡，摆幅渐大；穿过 0 共 19 次。"))
    let steady = (0..<20).map { 3 + Double($0 % 2) }
    #expect(
      line("run", steady).textAlternative().hasSuffix(
        ", and oscillates between 3 and 4 from 10 on."))
    #expect(!line("run", [5, 4, 3, 2, 1, 2, 1, 0]).textAlternative().contains("oscillates"))
  }

  @Test func crossingsOfReferenceLinesAreTold() {
    let chart = line("run", [2, 1, 0.5, 0.25]).adding(.horizontalRule(at: 0.75, "floor"))
    #expect(chart.textAlternative().contains("; it crosses “floor” near 1.5."))
    #expect(
      chart.textAlternative(language: .chinese).contains("；在 1.5 附近穿过 “floor”。"))
    // To touch is not to cross.
    let touching = line("run", [2, 1, 2]).adding(.horizontalRule(at: 1, "floor"))
    #expect(!touching.textAlternative().contains("crosses"))
    let above = line("run", [2, 1.5, 3]).adding(.horizontalRule(at: 1, "floor"))
    #expect(!above.textAlternative().contains("crosses"))
  }

  @Test func crossingsOfTwoLinesAreTold() {
    func pair(_ a: [Double], _ b: [Double]) -> Chart {
      LineChart(x: [0, 1, 2, 3], [(label: "plain", y: a), (label: "momentum", y: b)]).chart
    }
    let once = pair([4, 3, 2, 1], [0, 1, 4, 9])
    #expect(once.textAlternative().hasSuffix("plain and momentum cross near 1.5."))
    #expect(once.textAlternative(language: .chinese).hasSuffix("plain 与 momentum 在 1.5 附近相交。"))
    #expect(
      pair([0, 2, 0, 2], [1, 1, 1, 1]).textAlternative().hasSuffix(
        "plain and momentum cross 3 times, first near 0.5."))
    #expect(!pair([4, 3, 2, 1], [3, 2, 1, 0]).textAlternative().contains("cross"))
  }

  @Test func pointsThatAllFallAreTold() {
    let chart = ScatterPlot(
      x: [3, 1, 2, 5, 4], y: [3, 5, 4, 1, 2], xLabel: "rate", yLabel: "loss")
    #expect(
      chart.chart.textAlternative().hasSuffix("loss from 1 to 5, falling throughout as rate grows.")
    )
    #expect(chart.chart.textAlternative(language: .chinese).hasSuffix("，随 rate 增大一直下降。"))
  }

  @Test func aWalkBackAndForthIsNotToldAsASwingAlongTheAxis() {
    let walk = Chart(
      x: Axis(label: "x"), y: Axis(label: "f"),
      marks: [.line(LineMark(label: "walk", x: [3, -3, 3, -3, 3, -3], y: [1, 2, 1, 2, 1, 2]))])
    #expect(
      walk.textAlternative().hasSuffix("walk rises from 1 at 3 to 2 at −3, turning back 4 times."))
    #expect(walk.textAlternative(language: .chinese).hasSuffix("，折返 4 次。"))
  }

  @Test func aStairDoesNotFallThroughout() {
    #expect(!line("run", [3, 3, 2, 2, 1, 1]).textAlternative().contains("throughout"))
  }
}
