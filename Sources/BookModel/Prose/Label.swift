/// A named place of a chapter that references can lead to.
public struct Label: Equatable, Sendable {
  /// The kind of element at a label, as far as it matters for the words and numbers of a reference.
  public enum Kind: Equatable, Sendable {
    /// The chapter, by its title.
    case chapter
    /// A heading of a level from 1 to 6.
    case section(level: Int)
    /// The heading of an exercise.
    case exercise
    /// A heading without a number: that of a solution.
    case solution
    /// An experiment, by its id; it shows any number of charts and tables.
    case experiment(id: String)
    /// A second name for the first chart or table of an experiment.
    case output(OutputKind, ofExperiment: String)
    /// The chart or table that the caption with a place among the block's captions is for.
    case caption(Int, ofExperiment: String)
    /// A table of the text, with a caption.
    case table
    /// A formula that stands by itself.
    case equation
    /// A place without a number, named by an `id` in HTML or behind an image.
    case anchor
  }

  /// The output of an experiment that a label names.
  public enum OutputKind: Equatable, Sendable {
    /// The first chart.
    case chart
    /// The first table that has a caption.
    case table
  }

  /// The name, unique in the chapter; also the anchor in the page, except for experiments.
  public var id: String
  /// The kind of element.
  public var kind: Kind
  /// The text of a heading without markup, the tag of a formula, or the words for a named place; empty
  /// for all other kinds.
  public var title: String
  /// The range of the labeled heading, fence or caption.
  public var range: SourceRange

  /// Makes a label.
  public init(id: String, kind: Kind, title: String = "", range: SourceRange) {
    self.id = id
    self.kind = kind
    self.title = title
    self.range = range
  }
}
