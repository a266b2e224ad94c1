import Transcript

/// The number of values in each of several intervals.
public struct HistogramMark: Hashable, Sendable {
  /// The series' name; nil for a histogram without one.
  public var label: String?
  /// The intervals' bounds, ascending; one more than `counts`.
  public var edges: [Double]
  /// The number of values in each interval. An interval includes its lower bound, and the last one
  /// its upper bound as well.
  public var counts: [Double]
  /// The number of values left out because they are not finite.
  public var leftOut: Int

  /// Makes a histogram of counted values.
  public init(label: String? = nil, edges: [Double], counts: [Double], leftOut: Int = 0) {
    self.label = label
    self.edges = edges
    self.counts = [Double](counts.prefix(max(edges.count - 1, 0)))
    self.leftOut = leftOut
  }

  /// Counts values.
  ///
  /// - Parameters:
  ///   - values: any numbers; those that are not finite are left out, and the text says so.
  ///   - bins: the approximate number of intervals; nil applies the Freedman–Diaconis rule. The
  ///     bounds are round numbers.
  public init(label: String? = nil, _ values: [Double], bins: Int? = nil) {
    let finite = values.filter { $0.isFinite }.sorted()
    let edges = BinEdges(ofSorted: finite, bins: bins).edges
    var counts = [Double](repeating: 0, count: max(edges.count - 1, 0))
    var bin = 0
    for value in finite {
      while bin + 1 < counts.count, value >= edges[bin + 1] { bin += 1 }
      if bin < counts.count { counts[bin] += 1 }
    }
    self.init(label: label, edges: edges, counts: counts, leftOut: values.count - finite.count)
  }
}

/// Round bounds of intervals that cover all of some values.
struct BinEdges {
  /// The bounds, ascending; empty for no values.
  let edges: [Double]

  /// Chooses the bounds for ascending, finite values.
  init(ofSorted values: [Double], bins: Int?) {
    guard let least = values.first, let greatest = values.last else {
      edges = []
      return
    }
    let range = greatest / 2 - least / 2
    let largest = max(least.magnitude, greatest.magnitude)
    guard range > largest * 1e-12 else {
      let reach = largest > 1e-300 && largest < 1e300 ? max(largest * 0.05, 1e-300) : 0.5
      edges = [least - reach, least + reach]
      return
    }
    let count = bins ?? Self.freedmanDiaconis(values, halfRange: range)
    let steps = RoundSteps(from: least, to: greatest, count: min(max(count, 1), 200))
    guard steps.value(1).isFinite else {
      edges = [least, greatest]
      return
    }
    let (first, last) = (steps.indexBelow(least), steps.indexAbove(greatest))
    var ends: [Double] = []
    var index = first
    while index <= last, ends.count <= 202 {
      ends.append(min(max(steps.value(index), -1.7e308), 1.7e308))
      index += 1
    }
    edges = ends
  }

  /// The number of bins of width 2 · IQR · n^(−1/3).
  /// - Source: D. Freedman, P. Diaconis, "On the histogram as a density estimator", 1981.
  private static func freedmanDiaconis(_ values: [Double], halfRange: Double) -> Int {
    let quarter = values.count / 4
    let spread = values[values.count - 1 - quarter] / 2 - values[quarter] / 2
    let root = cubeRoot(Double(values.count))
    // Without a spread in the middle: Sturges' rule would be as good.
    guard spread > 0 else { return Int(root.rounded(.up)) }
    let count = halfRange / (2 * spread) * root
    return count < 60 ? max(Int(count.rounded(.up)), 1) : 60
  }

  /// The cube root of a number that is at least 1, by Newton's method.
  private static func cubeRoot(_ value: Double) -> Double {
    var root = value
    for _ in 0..<100 { root -= (root - value / (root * root)) / 3 }
    return root
  }
}

extension HistogramMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write(edges)
    writer.write(counts)
    writer.write(UInt32(clamping: leftOut))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let label = try reader.optionalString()
    let (edges, counts) = (try reader.doubles(), try reader.doubles())
    self.init(
      label: label, edges: edges, counts: counts, leftOut: Int(clamping: try reader.uint32()))
    guard self.counts.count == counts.count else { throw .malformed }
  }

  var size: MarkSize {
    MarkSize(
      numbers: edges.count + counts.count, bars: counts.count, texts: [label ?? ""]
    ) { 50 + counts.count * 10 }
  }
}
