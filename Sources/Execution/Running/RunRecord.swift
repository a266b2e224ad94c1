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
  var open: [ChapterUnits.Experiment] {
    units.experiments.filter { results[$0.id] == nil }
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
    var faulty: ChapterUnits.Setup?
    for error in errors {
      let diagnostic = island.diagnostic(error)
      switch error.position.flatMap({ island.unit(atLine: $0.line) }) {
      case .setup(let setup):
        faulty = faulty ?? setup
        setupFaults.note(diagnostic, in: setup, stopping: island.experiment)
      case .experiment, nil: own.append(diagnostic)
      }
    }
    let failure = faulty.map {
      ExecutionWording.setupFailed(island.place, setup: units.place(of: $0.block))
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
      switch finding.unit {
      case .experiment(let experiment):
        diagnostics.append(finding.diagnostic)
        fail(experiment, because: finding.diagnostic)
      case .setup(let setup):
        let stopped = open.filter { $0.sees(setup) }
        if stopped.isEmpty { diagnostics.append(finding.diagnostic) }
        for experiment in stopped {
          setupFaults.note(finding.diagnostic, in: setup, stopping: experiment)
          let place = units.place(of: experiment.block)
          fail(
            experiment,
            because: ExecutionWording.setupFailed(place, setup: units.place(of: setup.block)))
        }
      }
    }
  }

  /// Notes why an experiment does not run, unless it is known already.
  private mutating func fail(_ experiment: ChapterUnits.Experiment, because reason: Diagnostic) {
    if results[experiment.id] != nil { return }
    results[experiment.id] = ExperimentResult(outputs: [], failure: reason)
  }

  /// Records that none of the open experiments can run.
  mutating func failAll(because reason: Diagnostic) {
    diagnostics.append(reason)
    for experiment in open {
      fail(experiment, because: ExecutionWording.notRun(units.place(of: experiment.block), reason))
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
