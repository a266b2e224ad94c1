/// A place of a chapter that references lead to.
public struct Label: Equatable, Sendable {
  /// What stands there, as far as it matters for the words and numbers of a reference.
  public enum Kind: Equatable, Sendable {
    /// A heading of a level from 1 to 6.
    case section(level: Int)
    /// The heading of an exercise.
    case exercise
    /// A heading without number: that of a solution.
    case solution
    /// An experiment, by its id; it shows any number of charts and tables.
    case experiment(id: String)
    /// A second name for what an experiment shows first.
    case output(OutputKind, ofExperiment: String)
    /// A table of the text, with a caption.
    case table
    /// A formula that stands by itself.
    case equation
  }

  /// What of an experiment a label names.
  public enum OutputKind: Equatable, Sendable {
    /// The first chart.
    case chart
    /// The first table that has a caption.
    case table
  }

  /// The name, unique in the chapter: also the anchor in the page, but for experiments.
  public var id: String
  /// What it is.
  public var kind: Kind
  /// A heading's words without its markup, or what a formula is tagged with; empty for all else.
  public var title: String
  /// Where it stands: a heading, a fence, a caption.
  public var range: SourceRange

  /// Makes a label.
  public init(id: String, kind: Kind, title: String = "", range: SourceRange) {
    self.id = id
    self.kind = kind
    self.title = title
    self.range = range
  }
}
