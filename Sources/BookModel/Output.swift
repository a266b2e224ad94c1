import Charts

/// One item of the ordered stream that an experiment puts out. Descriptions, never markup: the
/// renderer draws them.
public enum Output: Equatable, Sendable {
  /// What was printed, newlines included. Neighbouring prints are one item.
  case text(String)
  /// A chart's data.
  case chart(Chart)
}

/// What running one experiment came to.
public struct ExperimentResult: Equatable, Sendable {
  /// What it put out, until it ended.
  public var outputs: [Output]
  /// Why it did not end well, if so. Its place is in the chapter.
  public var failure: Diagnostic?

  /// Makes a result.
  public init(outputs: [Output], failure: Diagnostic? = nil) {
    self.outputs = outputs
    self.failure = failure
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
