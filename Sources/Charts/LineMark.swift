/// A line through points, in their order.
public struct LineMark: Hashable, Sendable {
  /// The series' name; nil for a line that needs none.
  public var label: String?
  /// The points' places; as many as `y`.
  public var x: [Double]
  /// The points' values; inf and nan are allowed and end the drawn line.
  public var y: [Double]

  /// Makes a line.
  public init(label: String? = nil, x: [Double], y: [Double]) {
    self.label = label
    self.x = x
    self.y = y
  }
}
