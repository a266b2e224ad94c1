import BookModel
import Files

/// What is remembered of a chapter's experiments.
struct ChapterMemory: Sendable {
  /// Where it is remembered.
  var cache: ExperimentCache
  /// The key of the engine in use.
  var engineKey: String

  /// Puts into a record what is remembered of an experiment.
  /// - Parameters:
  ///   - program: the experiment's program
  ///   - settings: the knobs that are not at their defaults
  ///   - record: the record
  /// - Returns: whether anything is remembered
  func recall(
    _ program: ExperimentProgram, _ settings: [String: Double] = [:], into record: inout RunRecord
  ) -> Bool {
    let island = program.island
    switch cache.find(ExperimentKey(program, settings: settings, engine: engineKey)) {
    case .nothing: return false
    case .damaged:
      record.note(ExecutionWording.damagedEntry(island.id, island.place))
      return false
    case .entry(let entry):
      var outputs = TranscriptReader(entry.transcript, isCut: entry.failure != nil).outputs
      if let failure = entry.failure { outputs.append(.failure(island.diagnostic(failure))) }
      record.end(island, outputs: outputs, standardError: entry.standardError)
      for warning in entry.warnings { record.note(island.diagnostic(warning)) }
      return true
    }
  }

  /// Remembers an experiment that ended as it was meant to.
  /// - Parameters:
  ///   - program: the experiment's program
  ///   - settings: the knobs that were not at their defaults
  ///   - entry: what there is to remember
  /// - Returns: why it cannot be remembered, if so
  func remember(
    _ program: ExperimentProgram, _ settings: [String: Double], _ entry: ExperimentEntry
  ) -> FileError? {
    do throws(FileError) {
      try cache.store(
        entry, under: ExperimentKey(program, settings: settings, engine: engineKey))
      return nil
    } catch {
      return error
    }
  }
}
