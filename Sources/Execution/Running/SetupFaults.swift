import BookModel

/// The faults of setup blocks, each reported once, with the experiments that it stops.
struct SetupFaults: Sendable {
  private struct Fault: Sendable {
    let diagnostic: Diagnostic
    let setup: Int
    var stopped: Set<Int>
  }

  private var faults: [Fault] = []

  /// Adds a fault that stops an experiment.
  /// - Parameters:
  ///   - diagnostic: the fault
  ///   - setup: the setup block in whose code it is
  ///   - experiment: the experiment that it stops
  mutating func note(
    _ diagnostic: Diagnostic, in setup: ChapterUnits.Setup,
    stopping experiment: ChapterUnits.Experiment
  ) {
    if let known = faults.firstIndex(where: { diagnostic.isAbout($0.diagnostic) }) {
      faults[known].stopped.insert(experiment.index)
    } else {
      faults.append(
        Fault(diagnostic: diagnostic, setup: setup.index, stopped: [experiment.index]))
    }
  }

  /// Returns the diagnostics. Of several faults in one setup block, the first lists the experiments
  /// that any of them stops.
  func diagnostics(in units: ChapterUnits) -> [Diagnostic] {
    var named: Set<Int> = []
    let inOrder = faults.sorted { a, b in
      switch (a.diagnostic.range?.start, b.diagnostic.range?.start) {
      case (let x?, let y?): x < y
      default: false
      }
    }
    return inOrder.map { fault in
      guard named.insert(fault.setup).inserted else { return fault.diagnostic }
      let stopped = Set(faults.filter { $0.setup == fault.setup }.flatMap(\.stopped))
      let experiments = units.experiments.filter { stopped.contains($0.index) }
      guard let first = experiments.first else { return fault.diagnostic }
      var diagnostic = fault.diagnostic
      diagnostic.notes.append(
        ExecutionWording.stops(experiments.map(\.id), first: units.place(of: first.block)))
      return diagnostic
    }
  }
}
