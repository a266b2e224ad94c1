import BookModel

/// What is known so far of a chapter that is being executed.
struct RunRecord: Sendable {
  private(set) var results: [String: ExperimentResult] = [:]
  private var diagnostics: [Diagnostic] = []
  /// What an experiment's own end has to say, by its id.
  private var endings: [String: [Diagnostic]] = [:]
  private let units: ChapterUnits

  /// A record in which nothing has happened yet.
  init(_ units: ChapterUnits) { self.units = units }

  /// The experiments of which nothing is known, in the order of the text.
  var open: [ChapterUnits.Unit] {
    units.experiments.filter { results[$0.experiment ?? ""] == nil }
  }

  /// Notes how an experiment ended, in place of how it ended before.
  mutating func end(_ id: String, outputs: [Output] = [], failure: Diagnostic? = nil) {
    results[id] = ExperimentResult(outputs: outputs, failure: failure)
    endings[id] = (failure.map { [$0] } ?? []) + failedChecks(among: outputs, of: id)
  }

  private func failedChecks(among outputs: [Output], of id: String) -> [Diagnostic] {
    outputs.compactMap { output in
      guard case .check(let check) = output, let place = check.failure else { return nil }
      var range = SourceRange(file: units.path, line: place.line, column: place.column)
      if units.unit(atLine: place.line) == nil,
        let unit = units.experiments.first(where: { $0.experiment == id })
      {
        range = units.place(of: unit)
      }
      return ExecutionWording.claimDoesNotHold(check, at: range)
    }
  }

  /// Notes a diagnostic that is not, or not only, an experiment's failure.
  mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Notes what is wrong with blocks: an experiment's own fault, or a setup block's, which fails all
  /// experiments below it.
  mutating func note(_ findings: [ProgramChecks.Finding]) {
    for finding in findings {
      diagnostics.append(finding.diagnostic)
      for unit in open {
        guard let id = unit.experiment else { continue }
        if unit.index == finding.block {
          end(id, failure: finding.diagnostic)
        } else if finding.block < unit.index,
          let setup = units.setups.first(where: { $0.index == finding.block })
        {
          end(
            id,
            failure: ExecutionWording.setupFailed(
              units.place(of: unit), setup: units.place(of: setup)))
        }
      }
    }
  }

  /// Notes that none of the open experiments can run.
  mutating func failAll(because reason: Diagnostic) {
    diagnostics.append(reason)
    for unit in open {
      guard let id = unit.experiment else { continue }
      results[id] = ExperimentResult(
        outputs: [], failure: ExecutionWording.notRun(units.place(of: unit), reason))
    }
  }

  /// The whole, every diagnostic once, in the order of the text.
  func finish() -> ChapterRun {
    var seen: Set<Diagnostic> = []
    let all = diagnostics + endings.values.joined()
    let once = all.filter { seen.insert($0).inserted }
    return ChapterRun(results: results, diagnostics: once.sortedByPlace)
  }
}
