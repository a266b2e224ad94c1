import BookModel

/// The results so far of a chapter that is being executed.
struct RunRecord: Sendable {
  private(set) var results: [String: ExperimentResult] = [:]
  private var diagnostics: [Diagnostic] = []
  /// The diagnostics of each experiment's own end, by its id.
  private var endings: [String: [Diagnostic]] = [:]
  private var setupFaults = SetupFaults()
  private let units: ChapterUnits

  /// Makes an empty record.
  init(_ units: ChapterUnits) { self.units = units }

  /// The experiments without a result, in the order of the text.
  var open: [ChapterUnits.Unit] {
    units.experiments.filter { results[$0.experiment ?? ""] == nil }
  }

  // MARK: How experiments end

  /// Records the end of an experiment, replacing an earlier one.
  mutating func end(
    _ island: Island, outputs: [Output] = [], standardError: String = "",
    failure: Diagnostic? = nil
  ) {
    let outputs = island.located(outputs)
    results[island.id] = ExperimentResult(
      outputs: outputs, failure: failure, standardError: standardError)
    endings[island.id] = (failure.map { [$0] } ?? []) + failedChecks(among: outputs)
  }

  /// Records that an experiment does not compile. An error in the code of a setup block stops all
  /// experiments below it, and is reported once.
  mutating func end(_ island: Island, errors: [IslandDiagnostic]) {
    var own: [Diagnostic] = []
    var faulty: ChapterUnits.Unit?
    for error in errors {
      let diagnostic = island.diagnostic(error)
      let unit = error.position.flatMap { island.unit(atLine: $0.line) } ?? island.experiment
      if unit.experiment == nil {
        faulty = faulty ?? unit
        setupFaults.note(diagnostic, in: unit, stopping: island.experiment)
      } else {
        own.append(diagnostic)
      }
    }
    let failure = faulty.map {
      ExecutionWording.setupFailed(island.place, setup: units.place(of: $0))
    }
    results[island.id] = ExperimentResult(outputs: [], failure: failure ?? own.first)
    endings[island.id] = own
  }

  private func failedChecks(among outputs: [Output]) -> [Diagnostic] {
    outputs.compactMap { output in
      guard case .check(let check) = output, let place = check.failure else { return nil }
      let range = SourceRange(file: units.path, line: place.line, column: place.column)
      return ExecutionWording.claimDoesNotHold(check, at: range)
    }
  }

  /// Adds a diagnostic that is not, or not only, an experiment's failure.
  mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Records faults of blocks: an experiment's own, or a setup block's, which stops all experiments
  /// below it.
  mutating func note(_ findings: [ProgramChecks.Finding]) {
    for finding in findings {
      guard let unit = units.units.first(where: { $0.index == finding.block }) else { continue }
      let stopped = open.filter { $0.index == unit.index || $0.index > unit.index && isSetup(unit) }
      if !isSetup(unit) { diagnostics.append(finding.diagnostic) }
      for experiment in stopped {
        guard let id = experiment.experiment else { continue }
        if isSetup(unit) {
          setupFaults.note(finding.diagnostic, in: unit, stopping: experiment)
        }
        results[id] = ExperimentResult(
          outputs: [],
          failure: isSetup(unit)
            ? ExecutionWording.setupFailed(
              units.place(of: experiment), setup: units.place(of: unit))
            : finding.diagnostic)
      }
      if isSetup(unit), stopped.isEmpty { diagnostics.append(finding.diagnostic) }
    }
  }

  private func isSetup(_ unit: ChapterUnits.Unit) -> Bool { unit.experiment == nil }

  /// Records that none of the open experiments can run.
  mutating func failAll(because reason: Diagnostic) {
    diagnostics.append(reason)
    for unit in open {
      guard let id = unit.experiment else { continue }
      results[id] = ExperimentResult(
        outputs: [], failure: ExecutionWording.notRun(units.place(of: unit), reason))
    }
  }

  /// Returns the run, with every diagnostic once, in the order of the text.
  func finish() -> ChapterRun {
    var seen: Set<Diagnostic> = []
    let all = diagnostics + setupFaults.diagnostics(in: units) + endings.values.joined()
    let once = all.filter { seen.insert($0).inserted }
    return ChapterRun(results: results, diagnostics: once.sortedByPlace)
  }
}
