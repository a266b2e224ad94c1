import Charts
import Transcript

/// One item of the ordered stream that an experiment puts out. Descriptions, never markup: the
/// renderer draws them.
public enum Output: Equatable, Sendable {
  /// What was printed, newlines included. Neighbouring prints are one item.
  case text(String)
  /// A chart's data.
  case chart(Chart)
  /// A table.
  case table(Table)
  /// A claim, and whether it holds. The checks of one place are one item.
  case check(Check)
  /// A value for the prose. It shows nowhere else.
  case value(PublishedValue)
  /// A knob that was read.
  case knob(Knob)
  /// What went wrong in an experiment that is meant to go wrong.
  case failure(Diagnostic)
}

/// What running one experiment came to.
public struct ExperimentResult: Equatable, Sendable {
  /// What it put out, until it ended.
  public var outputs: [Output]
  /// Why it did not end well, if so. Its place is in the chapter.
  public var failure: Diagnostic?
  /// What it wrote to standard error.
  public var standardError: String

  /// Makes a result.
  public init(outputs: [Output], failure: Diagnostic? = nil, standardError: String = "") {
    self.outputs = outputs
    self.failure = failure
    self.standardError = standardError
  }
}

extension ExperimentResult {
  /// The knobs that were read, each once.
  public var knobs: [Knob] {
    outputs.compactMap { if case .knob(let knob) = $0 { knob } else { nil } }
  }

  /// The value published under a name; of several the last.
  public func value(named name: String) -> PublishedValue.Content? {
    valueList.last { $0.name == name }?.content
  }

  /// The names under which values are published.
  public var valueNames: [String] { valueList.map(\.name) }

  private var valueList: [PublishedValue] {
    outputs.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }
}

/// What running a chapter came to.
public struct ChapterRun: Equatable, Sendable {
  /// The result of every experiment that was asked to run, by id.
  public var results: [String: ExperimentResult]
  /// All failures and warnings, those of the experiments included, sorted by place.
  public var diagnostics: [Diagnostic]

  /// Makes a run.
  public init(results: [String: ExperimentResult] = [:], diagnostics: [Diagnostic] = []) {
    self.results = results
    self.diagnostics = diagnostics
  }
}
