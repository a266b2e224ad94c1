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
        + " with its lowest value −1 at 2 and its highest value 9 at 1.")
    #expect(
      chart.textAlternative(language: .chinese).hasSuffix("，最低为 2 处的 −1，最高为 1 处的 9。"))
  }

  @Test func divergenceIsTold() {
    let chart = LossCurve([1, 1e30, .infinity, .nan], epochs: 3).chart
    #expect(chart.textAlternative().hasSuffix("to 10³⁰ at 1, and then is inf from 2 on."))
    #expect(chart.textAlternative(language: .chinese).hasSuffix("，自 2 起为 inf。"))
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
    #expect(text.contains("logarithmic scale, 3 lines. η = 0.2 falls from"))
    #expect(text.contains(". η = 0.3 falls from"))
  }

  @Test func littleDataIsTold() {
    #expect(Chart().textAlternative() == "Line chart, without data.")
    #expect(SampleCharts.oneValue.textAlternative().hasSuffix("Loss is 0.5 at 0."))
    let flat = LossCurve([2, 2, 2], epochs: 2).chart
    #expect(flat.textAlternative().hasSuffix("Loss stays at 2 from 0 to 2."))
    let none = LossCurve([Double](), epochs: 2).chart
    #expect(none.textAlternative().hasSuffix("Loss has no values."))
  }
}
