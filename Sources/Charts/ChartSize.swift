import Transcript

/// The amount of drawing in a chart, and the first limit that it exceeds.
public struct ChartSize: Sendable {
  /// The number of points that are drawn, after lines have been thinned. A bar, an interval or a
  /// legend entry counts as several, since it takes as much room in a page.
  public private(set) var points = 0
  /// The first limit that the chart exceeds; nil when it can be drawn.
  public private(set) var excess: OutputExcess?

  /// Measures a chart, in time proportional to its data.
  public init(_ chart: Chart) {
    let drawnMarks = chart.panels.reduce(chart.marks.count * max(chart.panels.count, 1)) {
      $0 + $1.marks.count
    }
    excess = .of(chart.panels.count, .panels) ?? .of(drawnMarks, .marks)
    if excess != nil { return }
    let own = chart.marks.map { $0.size }
    let ofPanels = chart.panels.flatMap { $0.marks.map { $0.size } }
    excess = Self.excess(of: chart, own + ofPanels)
    if excess != nil { return }
    let copies = max(chart.panels.count, 1)
    points = 100 * copies
    for size in own { points += size.points() * copies }
    for size in ofPanels { points += size.points() }
    excess = .of(points, .points)
  }

  private static func excess(of chart: Chart, _ sizes: [MarkSize]) -> OutputExcess? {
    var texts: [String] = [chart.title, chart.x.label, chart.y.label]
    texts += chart.x.categories
    texts += chart.y.categories
    texts += chart.panels.map { $0.title }
    var (numbers, levels, bars) = (0, 0, 0)
    var names = max(chart.x.categories.count, chart.y.categories.count)
    for size in sizes {
      texts += size.texts
      numbers += size.numbers
      levels = max(levels, size.levels)
      bars = max(bars, size.bars)
      names = max(names, size.names)
    }
    var longest = 0
    for text in texts { longest = max(longest, text.utf8.count) }
    let found: [(Int, OutputLimit)] = [
      (numbers, .numbers), (levels, .levels), (bars, .bars), (names, .names), (longest, .label),
    ]
    for (number, limit) in found {
      if let excess = OutputExcess.of(number, limit) { return excess }
    }
    return nil
  }
}
