@testable import Charts

extension Mark.Kind {
  /// A mark of this kind, with something in each of its parts.
  var sample: Mark {
    let grid = Grid(x: [0, 1, 2], y: [0, 1]) { $0 + 2 * $1 }
    var heat = HeatMark(grid, name: "loss", scale: .log, limit: 3, limitLabel: "L")
    heat.boundary = [(0, 0.5), (2, 1)]
    return switch self {
    case .line: .line(LineMark(label: "l", x: [0, 1], y: [1, .infinity], smoothing: .automatic))
    case .scatter: .scatter(ScatterMark(label: "s", x: [1, 2], y: [3, 4]))
    case .step: .step(StepMark(label: nil, x: [0, 1], y: [1, 0.5]))
    case .bar: .bar(BarMark(label: "b", y: [1, -2]))
    case .histogram:
      .histogram(HistogramMark(label: "h", edges: [0, 1, 2], counts: [3, 4], leftOut: 5))
    case .band:
      .band(BandMark(label: "r", x: [0, 1], lower: [1, 2], upper: [3, 4], middle: [2, 3]))
    case .rule: .rule(RuleMark(.sloped(-2, x: 1, y: 3), label: "rate"))
    case .contour: .contour(ContourMark(grid, levels: [1, 2]))
    case .heat: .heat(heat)
    case .trajectory:
      .trajectory(
        TrajectoryMark(label: "way", x: [0, 1], y: [1, 0], values: [2, 1], isAnimated: true))
    case .minimum: .minimum(MinimumMark(x: 0, y: 1, name: "best"))
    }
  }
}
