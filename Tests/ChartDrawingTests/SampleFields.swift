import ChartDrawing
import Charts

/// Charts of functions of two variables that a chapter may show.
enum SampleFields {
  /// Gradient descent with momentum on ½(0.2·x² + 4·y²).
  static func descent(
    _ rate: Double, steps: Int, momentum: Double = 0, from start: (Double, Double) = (-5, -2)
  ) -> [(Double, Double)] {
    var (x, y) = start
    var (u, v) = (0.0, 0.0)
    var points = [start]
    for _ in 0..<steps {
      u = momentum * u + 0.2 * x
      v = momentum * v + 4 * y
      x -= rate * u
      y -= rate * v
      points.append((x, y))
    }
    return points
  }

  static var bowl: ContourPlot {
    ContourPlot(
      x: -6...6, y: -3...3, title: "Down the steep side first"
    ) { x, y in 0.1 * x * x + 2 * y * y }
  }

  static let contour = bowl.trajectory(descent(0.4, steps: 20), label: "gradient descent")
    .minimum(0, 0).chart

  static let ways = bowl.trajectory(descent(0.4, steps: 20), label: "梯度下降", animated: true)
    .trajectory(descent(0.4, steps: 20, momentum: 0.5), label: "动量法", animated: true)
    .minimum(0, 0).chart

  static let leaving = bowl.trajectory(descent(0.52, steps: 40, from: (-5, -0.5))).chart

  static let valley = ContourPlot(x: -2...2, y: -1...3, title: "A curved valley") { x, y in
    (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
  }
  .trajectory(
    (0...9999).map { step in
      let x = -1.2 + 2.2 * Double(step) / 9999
      return (x, x * x)
    }
  )
  .minimum(1, 1).chart

  static let partly = ContourPlot(x: -2...2, y: -1...1) { x, y in
    x < -0.5 ? .nan : (x + 0.5) * (x + 0.5) - y
  }.chart

  static let flat = ContourPlot(x: -2...2, y: 1...1, title: "Nothing to descend") { _, _ in 3 }
    .chart

  /// ρ of the heavy ball on a quadratic with eigenvalues 0.2 and 1.
  static func spectralRadius(_ rate: Double, _ momentum: Double) -> Double {
    [0.2, 1].map { eigenvalue -> Double in
      let half = (1 + momentum - rate * eigenvalue) / 2
      let discriminant = half * half - momentum
      return discriminant < 0
        ? momentum.squareRoot() : half.magnitude + discriminant.squareRoot()
    }.max() ?? 0
  }

  static let stability = StabilityMap(
    x: 0.05...4.2, y: 0...0.98, columns: 40, rows: 30, xLabel: "learning rate η",
    yLabel: "momentum β", title: "Momentum widens the range of stable rates",
    valueLabel: "spectral radius ρ", limit: 1, limitLabel: "ρ = 1", spectralRadius
  ).chart

  static let heat = HeatMap(
    x: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1], y: [1, 2, 5, 10, 20, 50, 100],
    xLabel: "learning rate η", yLabel: "batch size", title: "The floor rises with η",
    valueLabel: "loss", scale: .log
  ) { rate, size in rate == 0.1 && size == 1 ? .infinity : rate / size + 1e-5 }.chart

  static let basins = BasinMap(
    x: -3...3, y: -3...3, names: ["left", "right"], columns: 30, rows: 30, title: "Two basins"
  ) { x, y in x + 0.2 * y * y < 0 ? 0 : y > 2.5 ? nil : 1 }
  .minimum(-2, 0, name: "left").chart

  static let all: [(name: String, chart: Chart, language: ChartLanguage)] = [
    ("contour", contour, .english), ("contour-ways", ways, .chinese),
    ("contour-leaving", leaving, .english), ("contour-valley", valley, .english),
    ("contour-partly", partly, .english), ("contour-flat", flat, .chinese),
    ("heat", heat, .english), ("heat-stability", stability, .chinese),
    ("heat-basins", basins, .english),
  ]
}
