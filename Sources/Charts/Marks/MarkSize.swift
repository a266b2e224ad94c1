/// How much there is to draw in a mark.
struct MarkSize {
  /// The numbers that it is made from.
  var numbers = 0
  /// The bars of it, or the intervals.
  var bars = 0
  /// The contour levels that are asked for.
  var levels = 0
  /// The names of kinds.
  var names = 0
  /// The texts.
  var texts: [String] = []
  /// The points that are drawn; counted only when the rest is within the limits.
  var points: () -> Int = { 50 }

  /// Measures a mark.
  init(_ mark: Mark) {
    self.init()
    switch mark {
    case .line(let line): self = MarkSize(line)
    case .step(let step): self = MarkSize(LineMark(label: step.label, x: step.x, y: step.y))
    case .scatter(let scatter):
      numbers = scatter.x.count + scatter.y.count
      texts = [scatter.label ?? ""]
      points = { 50 + min(scatter.count, 700) * 3 }
    case .bar(let bar): self = MarkSize(bars: bar.y.count, label: bar.label)
    case .histogram(let histogram):
      self = MarkSize(bars: histogram.counts.count, label: histogram.label)
      numbers += histogram.edges.count
    case .band(let band):
      numbers = band.x.count + band.lower.count + band.upper.count + band.middle.count
      texts = [band.label ?? ""]
      points = { 50 + min(band.count, 1500) * 2 }
    case .rule(let rule): texts = [rule.label ?? ""]
    case .contour(let contour):
      self = MarkSize(contour.grid)
      levels = contour.levels.count
      points = { contour.grid.crossings(of: contour.shownLevels) }
    case .heat(let heat): self = MarkSize(heat)
    case .trajectory(let way):
      numbers = way.x.count + way.y.count + way.values.count
      texts = [way.label ?? ""]
      points = { 50 + min(way.count, 400) * (way.isAnimated ? 3 : 2) }
    case .minimum(let minimum): texts = [minimum.name ?? ""]
    }
  }

  private init() {}

  private init(_ line: LineMark) {
    numbers = line.x.count + line.y.count
    texts = [line.label ?? ""]
    points = { 50 + min(line.count, 1500) * (line.smoothing == .none ? 1 : 2) }
  }

  private init(bars: Int, label: String?) {
    self.bars = bars
    numbers = bars
    texts = [label ?? ""]
    points = { 50 + bars * 10 }
  }

  private init(_ heat: HeatMark) {
    self = MarkSize(heat.grid)
    names = heat.kinds.count
    texts = heat.kinds + [heat.name, heat.limitLabel ?? ""]
    points = {
      let boundary = heat.limit.map { [$0] } ?? []
      return min(heat.grid.values.count, 9600) + heat.grid.crossings(of: boundary)
    }
  }

  private init(_ grid: Grid) { numbers = grid.x.count + grid.y.count + grid.values.count }
}

extension Grid {
  /// What tracing the lines of ascending levels comes to: how often they cross a cell, and a little
  /// for each cell that is looked at.
  fileprivate func crossings(of levels: [Double]) -> Int {
    guard !levels.isEmpty, x.count > 1, y.count > 1 else { return 0 }
    let below = values.map { value in value.isFinite ? levels.countBelow(value) : -1 }
    var count = values.count / 20 * levels.count
    for row in 1..<y.count {
      for column in 1..<x.count {
        let node = row * x.count + column
        let (a, b, c, d) = (
          below[node], below[node - 1], below[node - x.count], below[node - x.count - 1]
        )
        let least = min(min(a, b), min(c, d))
        // A cell with a value that is not finite has no lines.
        if least >= 0 { count += max(max(a, b), max(c, d)) - least }
      }
    }
    return count
  }
}

extension [Double] {
  /// How many of ascending numbers lie below a value.
  fileprivate func countBelow(_ value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
