/// A line through points, in their order.
public struct LineMark: Hashable, Sendable {
  /// Whether a calmer line stands for a noisy one.
  public enum Smoothing: UInt8, Hashable, Sendable {
    /// The line is drawn as it is.
    case none = 0
    /// A line that goes up and down many times its height is drawn thin and pale, with its
    /// moving mean on top; the picture names both.
    case automatic = 1
  }

  /// The series' name; nil for a line that needs none.
  public var label: String?
  /// The points' places; as many as `y`.
  public var x: [Double]
  /// The points' values. Where one is nan or infinite, or has no place on a logarithmic axis, the
  /// line has a gap; where no finite value follows, it ends in an arrow.
  public var y: [Double]
  /// Whether a calmer line stands for a noisy one.
  public var smoothing: Smoothing

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - x: the points' places.
  ///   - y: the points' values; points without a partner in the other list are left out.
  public init(
    label: String? = nil, x: [Double], y: [Double], smoothing: Smoothing = .none
  ) {
    self.label = label
    self.x = x
    self.y = y
    self.smoothing = smoothing
  }

  /// How many points there are: pairs of a place and a value.
  public var count: Int { min(x.count, y.count) }
}

extension LineMark {
  /// Whether a point has a place on the chart's axes.
  func hasPlace(_ index: Int, in chart: Chart) -> Bool {
    PositionScale.places(x[index], on: chart.x.scale)
      && PositionScale.places(y[index], on: chart.y.scale)
  }

  /// Takes the points' places and values into the extents of both axes.
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    let reach = chart.y.scale == .linear && divergence != nil ? chart.reachOfDivergence : .infinity
    let shown = chart.x.usableDomain
    for index in 0..<count where PositionScale.places(self.x[index], on: chart.x.scale) {
      // Places without a value count, so that a run that diverges keeps its length.
      x.include(self.x[index])
      guard shown?.contains(self.x[index]) ?? true, hasPlace(index, in: chart) else { continue }
      y.include(min(max(self.y[index], -reach), reach))
    }
  }
}

extension Chart {
  /// How far a linear axis follows a line that diverges: four times the largest value that it
  /// starts with or that the other lines have. The rest of it would press these flat.
  fileprivate var reachOfDivergence: Double {
    var largest = 0.0
    for case .line(let line) in marks {
      let values = line.divergence == nil ? line.y[...] : line.y.prefix(1)
      for value in values where value.isFinite { largest = max(largest, value.magnitude) }
    }
    return largest > 0 && largest < 1e307 ? 4 * largest : .infinity
  }
}
