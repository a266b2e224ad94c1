import Transcript

/// A band between two lines, with a line in its middle: what several runs have in common and how
/// much they differ.
public struct BandMark: Hashable, Sendable {
  /// The extent of a band over several runs.
  public enum Spread: Hashable, Sendable {
    /// One standard deviation (of a sample) below and above the mean.
    case deviation
    /// From the lowest run to the highest; the line is the mean.
    case range
    /// From the lower quartile to the upper; the line is the median.
    case quartiles
  }

  /// The series' name; nil for a band without one.
  public var label: String?
  /// The x coordinates; as many as `lower` and `upper`.
  public var x: [Double]
  /// The band's lower edge.
  public var lower: [Double]
  /// The band's upper edge.
  public var upper: [Double]
  /// The line in the band; empty for a band without one.
  public var middle: [Double]

  /// Makes a band.
  public init(
    label: String? = nil, x: [Double], lower: [Double], upper: [Double], middle: [Double] = []
  ) {
    self.label = label
    self.x = x
    self.lower = lower
    self.upper = upper
    self.middle = middle
  }

  /// Makes the band of several runs, for example over seeds.
  ///
  /// - Parameters:
  ///   - x: the x coordinates.
  ///   - runs: the values of each run. Where a run has ended or is not finite, only the others
  ///     count.
  ///   - spread: the extent of the band.
  public init(
    label: String? = nil, x: [Double], runs: [[Double]], spread: Spread = .deviation
  ) {
    self.init(label: label, x: x, lower: [], upper: [])
    for index in x.indices {
      let values = runs.compactMap { index < $0.count ? $0[index] : nil }.filter { $0.isFinite }
      let (low, high, center) = Self.summary(values.sorted(), spread)
      lower.append(low)
      upper.append(high)
      middle.append(center)
    }
  }

  /// The number of x coordinates with both edges.
  public var count: Int { min(x.count, lower.count, upper.count) }

  private static func summary(
    _ values: [Double], _ spread: Spread
  ) -> (Double, Double, Double) {
    guard let least = values.first, let greatest = values.last else { return (.nan, .nan, .nan) }
    let count = Double(values.count)
    let mean = values.reduce(0) { $0 + $1 / count }
    switch spread {
    case .range: return (least, greatest, mean)
    case .quartiles:
      return (quantile(values, 0.25), quantile(values, 0.75), quantile(values, 0.5))
    case .deviation:
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / max(count - 1, 1)).squareRoot()
      return (mean - deviation, mean + deviation, mean)
    }
  }

  /// Returns a quantile of ascending values, interpolated linearly.
  private static func quantile(_ values: [Double], _ fraction: Double) -> Double {
    let place = Double(values.count - 1) * fraction
    let index = Int(place)
    let next = min(index + 1, values.count - 1)
    return values[index] + (values[next] - values[index]) * (place - Double(index))
  }
}

extension BandMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write([Double](x.prefix(count)))
    writer.write([Double](lower.prefix(count)))
    writer.write([Double](upper.prefix(count)))
    writer.write([Double](middle.prefix(count)))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(
      label: try reader.optionalString(), x: try reader.doubles(), lower: try reader.doubles(),
      upper: try reader.doubles(), middle: try reader.doubles())
    guard x.count == lower.count, x.count == upper.count, middle.count <= x.count else {
      throw .malformed
    }
  }

  var size: MarkSize {
    MarkSize(
      numbers: x.count + lower.count + upper.count + middle.count, texts: [label ?? ""]
    ) { 50 + min(count, 1500) * 2 }
  }
}
