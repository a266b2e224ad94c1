import ChartDrawing
import Charts

/// Charts of every kind that a chapter may show, small enough for a snapshot.
enum SampleCharts {
  /// A loss that falls by `rate` at every step, down to a floor.
  static func decay(_ rate: Double, count: Int = 31, floor: Double = 5e-5) -> [Double] {
    var value = 12.5
    return (0..<count).map { _ in
      defer { value *= rate }
      return value + floor
    }
  }

  /// Ups and downs around a falling value, the same on every machine.
  static func noise(count: Int) -> [Double] {
    var state: UInt32 = 1
    return (0..<count).map { index in
      state = state &* 1_664_525 &+ 1_013_904_223
      let wobble = 0.3 + Double(state >> 8) / Double(1 << 24)
      return wobble * (0.01 + 1 / Double(1 + index))
    }
  }

  /// A loss that grows until it is no number any more.
  static let growth: [Double] =
    (0..<9).map { [1, 1e3, 1e9, 1e30][min($0, 3)] * Double($0 + 1) } + [.infinity, .nan, .nan]

  static let one = LossCurve(decay(0.6), epochs: 3, title: "Quick, then calm").chart

  static let few = LossCurve([18.9, 0.0028, 7.7e-5, 7.2e-5], epochs: 3, title: "Three steps").chart

  static let three = LossCurve(
    [
      (label: "η = 0.2", losses: decay(0.6)), (label: "η = 0.02", losses: decay(0.9)),
      (label: "η = 0.3", losses: decay(0.5)),
    ], epochs: 3, title: "Three learning rates"
  ).chart

  static let diverging = LossCurve(
    [(label: "η = 5", losses: growth), (label: "η = 0.2", losses: decay(0.6, count: 12))],
    epochs: 3, title: "学习率太大，损失发散"
  ).chart

  static let noisy = LossCurve(noise(count: 400), epochs: 4, title: "Noisy").chart

  static let six = Chart(
    title: "Six rates, on a linear axis", x: Axis(label: "step"), y: Axis(label: "x²"),
    marks: [0.99, 0.95, 0.9, 0.8, 0.6, 0.3].map { rate in
      .line(
        LineMark(label: "\(rate)", x: (0..<20).map(Double.init), y: decay(rate, count: 20)))
    })

  static let escaping = Chart(
    x: Axis(label: "step"), y: Axis(label: "x"),
    marks: [
      .line(LineMark(x: [0, 1, 2, 3, 4], y: [1, -3, 9, -1e20, .infinity]))
    ])

  static let empty = Chart(x: Axis(label: "epoch"), y: Axis(label: "loss", scale: .log))

  static let oneValue = LossCurve([0.5], epochs: 1).chart

  static let nothingFinite = LossCurve([.nan, .infinity, .nan], epochs: 2).chart

  static let all: [(name: String, chart: Chart, language: ChartLanguage)] =
    [
      ("one", one, .english), ("few", few, .english), ("three", three, .english),
      ("diverging", diverging, .chinese), ("noisy", noisy, .english), ("six", six, .english),
      ("escaping", escaping, .english), ("empty", empty, .chinese),
      ("one-value", oneValue, .english), ("nothing-finite", nothingFinite, .english),
    ] + marks + SampleFields.all
}
