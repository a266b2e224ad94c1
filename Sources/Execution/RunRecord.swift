import BookModel

/// What is known so far of a chapter that is being executed.
struct RunRecord: Sendable {
  private(set) var results: [String: ExperimentResult] = [:]
  private var diagnostics: [Diagnostic] = []
  private let units: ChapterUnits

  /// A record in which nothing has happened yet.
  init(_ units: ChapterUnits) { self.units = units }

  /// The experiments of which nothing is known, in the order of the text.
  var open: [ChapterUnits.Unit] {
    units.experiments.filter { results[$0.experiment ?? ""] == nil }
  }

  /// Notes how an experiment ended.
  mutating func end(_ id: String, outputs: [Output] = [], failure: Diagnostic? = nil) {
    results[id] = ExperimentResult(outputs: outputs, failure: failure)
    if let failure { diagnostics.append(failure) }
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
    let once = diagnostics.filter { seen.insert($0).inserted }
    return ChapterRun(results: results, diagnostics: once.sortedByPlace)
  }
}
