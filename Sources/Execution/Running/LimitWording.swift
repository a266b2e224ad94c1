import BookModel
import Transcript

extension ExperimentFailure {
  /// Returns the limit that an experiment exceeded, if it did.
  /// - Parameter endedWell: true when the program ended by itself, with status 0
  static func limit(of reader: TranscriptReader, endedWell: Bool) -> ExperimentFailure? {
    if let stop = reader.stop { return .stoppedAtLimit(stop) }
    return endedWell ? reader.excess.map { .beyondLimit($0) } : nil
  }
}

extension OutputExcess {
  /// The number found and the limit, in words.
  var message: String {
    let most = "\(limit.maximum)"
    guard let found else { return "\(limit.subject) more than \(most) \(limit.noun)" }
    return "\(limit.subject) \(found) \(limit.noun); at most \(most) are allowed"
  }

  /// The next step.
  var hint: String {
    switch limit {
    case .text: "print less: a chart, a table or a summary instead of every value"
    case .line: "print shorter lines: a few of the values, or one on each line"
    case .charts: "show one chart with many lines, or SmallMultiples, instead of many charts"
    case .tables: "show one table with more rows instead of many tables"
    case .checks: "check once, after the loop, that all cases hold"
    case .claims: "check in a loop: all checks of one place count as one"
    case .values: "publish after the loop: only the last value of a name counts"
    case .knobs: "use fewer knobs; the names of knobs should not come from a loop"
    case .bytes: "show a part of the data, such as every tenth step"
    case .columns: "show fewer columns, or the table turned on its side"
    case .rows: "show some of the rows, or a chart"
    case .marks: "show some of the runs, or a BandChart of all of them"
    case .panels: "show some of the panels, or several charts"
    case .numbers: "show every tenth point, or a Histogram; a coarser grid is enough for a field"
    case .levels: "name fewer levels, or none: ContourPlot then chooses about ten"
    case .bars: "use wider intervals, or a LineChart"
    case .names: "name fewer categories"
    case .label: "use a shorter title or name, and print the rest"
    case .points: "show fewer lines or panels, a coarser grid, or fewer levels"
    case .allPoints: "show fewer charts, or simpler ones"
    }
  }
}

extension OutputLimit {
  /// The words before the number.
  fileprivate var subject: String {
    switch self {
    case .text, .line: "the experiment prints"
    case .charts, .tables: "the experiment shows"
    case .checks: "the experiment makes"
    case .claims: "the experiment checks claims at"
    case .values: "the experiment publishes"
    case .knobs: "the experiment reads"
    case .bytes: "the experiment puts out"
    case .columns, .rows: "the table has"
    case .marks, .panels, .numbers, .levels, .bars: "the chart has"
    case .names: "an axis or a map of the chart has"
    case .label: "a title or name in the chart has"
    case .points: "the chart draws"
    case .allPoints: "the experiment's charts draw"
    }
  }

  /// The unit of the limit.
  fileprivate var noun: String {
    switch self {
    case .text: "bytes of text"
    case .line: "bytes on one line"
    case .charts: "charts"
    case .tables: "tables"
    case .checks: "checks"
    case .claims: "places"
    case .values: "values"
    case .knobs: "knobs"
    case .bytes: "bytes of outputs"
    case .columns: "columns"
    case .rows: "rows"
    case .marks: "lines and other marks"
    case .panels: "panels"
    case .numbers: "numbers"
    case .levels: "contour levels"
    case .bars: "bars"
    case .names: "names"
    case .label: "bytes"
    case .points: "points"
    case .allPoints: "points altogether"
    }
  }
}

extension ExecutionWording {
  /// Returns the error for the claims of one position that do not hold.
  static func claimDoesNotHold(_ check: Check, at range: SourceRange) -> Diagnostic {
    var diagnostic = claimDoesNotHold(check.claim, at: range)
    guard check.cases > 1 else { return diagnostic }
    let named = [check.claim] + check.otherClaims
    let isAll = named.count == check.failedCases
    diagnostic.message =
      "the claim does not hold in \(check.failedCases) of \(check.cases) cases: "
      + named.joined(separator: "; ") + (isAll || named.count == 1 ? "" : "; …")
    return diagnostic
  }
}
