/// A place in the prose at which a published value stands: `` `=sgd-noise.floor %.2e` ``.
public struct InlineValue: Hashable, Sendable {
  /// How a number is written, as in C: `%.2f`, `%.2e`, `%.3g`.
  public enum Format: Hashable, Sendable {
    /// So many digits after the point: `%.2f`.
    case fixed(Int)
    /// A power of ten times a number below ten with so many digits after the point: `%.2e`.
    case scientific(Int)
    /// At most so many significant digits: `%.3g`.
    case general(Int)
  }

  /// What stands between the backticks.
  public var text: String
  /// The id of the experiment that publishes the value.
  public var experiment: String
  /// The value's name.
  public var name: String
  /// How a number is written; nil for the usual way.
  public var format: Format?
  /// Where it stands, without the backticks.
  public var range: SourceRange

  /// Makes a place.
  public init(
    text: String, experiment: String, name: String, format: Format? = nil, range: SourceRange
  ) {
    self.text = text
    self.experiment = experiment
    self.name = name
    self.format = format
    self.range = range
  }
}
