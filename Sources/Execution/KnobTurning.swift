import BookModel

/// Runs a chapter's experiments again with knobs turned.
///
/// The knobs that an experiment reads are known only from running it, and may depend on other
/// knobs. The cache therefore has two levels: under the experiment's own key the run with all knobs
/// at their defaults, whose transcript names the knobs; under that key and a set of settings the
/// run with exactly these settings. Turning begins with the first, takes the settings of the knobs
/// that this run has read, looks up or runs the experiment with them, and continues as long as a
/// run reads further turned knobs. An experiment that reads none of the turned knobs does not run
/// again, and a run is a function of its key alone.
struct KnobTurning {
  /// The turned knobs.
  var turns: KnobTurns
  /// True when cached runs are used.
  var useCache: Bool

  /// Turns the knobs in a record in which every experiment has ended with its knobs at their
  /// defaults.
  func apply(
    _ execution: ChapterExecution, to programs: [ExperimentProgram], into record: inout RunRecord
  ) async {
    var settings: [String: [String: Double]] = [:]
    var all = record.results.values.flatMap(\.knobs)
    while true {
      let asking = programs.filter { program in
        let id = program.island.id
        guard let result = record.results[id] else { return false }
        let old = settings[id] ?? [:]
        settings[id] = old.merging(turns.settings(for: result.knobs)) { $1 }
        return settings[id] != old
      }
      if asking.isEmpty { break }
      let wanted = asking.map {
        ChapterExecution.Wanted(program: $0, settings: settings[$0.island.id] ?? [:])
      }.filter {
        !(useCache && execution.cache.recall($0.program, $0.settings, into: &record))
      }
      await execution.run(wanted, into: &record)
      all += asking.flatMap { record.results[$0.island.id]?.knobs ?? [] }
    }
    for finding in turns.findings(among: all) { record.note(finding) }
  }
}
