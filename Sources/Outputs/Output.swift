import Charts
import Transcript

/// One item of an experiment's ordered output stream. Items are descriptions, never markup: the
/// renderer draws them.
public enum Output: Equatable, Sendable {
  /// Printed text, newlines included. Consecutive prints are one item.
  case text(String)
  /// A chart's data.
  case chart(Chart)
  /// A table.
  case table(Table)
  /// A claim with its results. All checks of one position are one item.
  case check(Check)
  /// A value for the prose, shown nowhere else.
  case value(PublishedValue)
  /// A knob that was read.
  case knob(Knob)
  /// The failure of an experiment that is meant to fail.
  case failure(Diagnostic)
}

/// The result of running one experiment.
public struct ExperimentResult: Equatable, Sendable {
  /// The outputs up to the end of the run.
  public var outputs: [Output]
  /// The failure, positioned in the chapter; nil when the run ended as it should.
  public var failure: Diagnostic?
  /// The text written to standard error.
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

  /// Returns the value published under a name; the last one when there are several.
  public func value(named name: String) -> PublishedValue.Content? {
    valueList.last { $0.name == name }?.content
  }

  /// The names under which values are published.
  public var valueNames: [String] { valueList.map { $0.name } }

  private var valueList: [PublishedValue] {
    outputs.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }
}

/// The result of running a chapter.
public struct ChapterRun: Equatable, Sendable {
  /// The results of the experiments that were requested, by id.
  public var results: [String: ExperimentResult]
  /// All failures and warnings, those of the experiments included, sorted by position.
  public var diagnostics: [Diagnostic]

  /// Makes a run.
  public init(results: [String: ExperimentResult] = [:], diagnostics: [Diagnostic] = []) {
    self.results = results
    self.diagnostics = diagnostics
  }
}
