/// The way of the iterates of a descent over a function of two variables.
public struct TrajectoryMark: Hashable, Sendable {
  /// The way's name; nil for one that needs none.
  public var label: String?
  /// The iterates' first coordinates, from the start; as many as `y`.
  public var x: [Double]
  /// The iterates' second coordinates. The way ends before the first iterate that is not finite.
  public var y: [Double]
  /// The function's values at the iterates, or none.
  public var values: [Double]
  /// Whether the page offers to watch the way grow step by step.
  public var isAnimated: Bool

  /// Makes a trajectory; what has no partner in the other lists is left out.
  public init(
    label: String? = nil, x: [Double], y: [Double], values: [Double] = [],
    isAnimated: Bool = false
  ) {
    let count = min(x.count, y.count)
    self.label = label
    self.x = [Double](x.prefix(count))
    self.y = [Double](y.prefix(count))
    self.values = values.count >= count ? [Double](values.prefix(count)) : []
    self.isAnimated = isAnimated
  }

  /// The number of iterates.
  public var count: Int { x.count }

  /// The number of iterates before the first that is not finite.
  var finiteCount: Int {
    (0..<count).first { !x[$0].isFinite || !y[$0].isFinite } ?? count
  }
}
