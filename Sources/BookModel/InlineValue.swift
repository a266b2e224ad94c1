/// A reference in the prose to a published value: `` `=sgd-noise.floor %.2e` ``.
public struct InlineValue: Hashable, Sendable {
  /// A number format, as in C: `%.2f`, `%.2e`, `%.3g`.
  public enum Format: Hashable, Sendable {
    /// A given number of digits after the point: `%.2f`.
    case fixed(Int)
    /// A number below ten with a given number of digits after the point, times a power of ten:
    /// `%.2e`.
    case scientific(Int)
    /// At most a given number of significant digits: `%.3g`.
    case general(Int)
  }

  /// The text between the backticks.
  public var text: String
  /// The id of the experiment that publishes the value.
  public var experiment: String
  /// The value's name.
  public var name: String
  /// The number format; nil for the default one.
  public var format: Format?
  /// The range of `text`, without the backticks.
  public var range: SourceRange

  /// Makes an inline value.
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
