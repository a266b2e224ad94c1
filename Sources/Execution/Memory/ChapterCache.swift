import BookModel
import Files

/// The cached results of a chapter's experiments.
struct ChapterCache: Sendable {
  /// The cache of all experiments.
  var experiments: ExperimentCache
  /// The key of the engine in use.
  var engineKey: String

  /// Ends an experiment in a record with its cached result.
  /// - Parameters:
  ///   - program: the experiment's program
  ///   - settings: the knobs that are not at their defaults
  ///   - record: the record
  /// - Returns: true when there is a cached result
  func recall(
    _ program: ExperimentProgram, _ settings: [String: Double] = [:], into record: inout RunRecord
  ) -> Bool {
    let island = program.island
    switch experiments.find(ExperimentKey(program, settings: settings, engine: engineKey)) {
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

  /// Returns the bytes that an experiment wrote, if they are cached and it ended well.
  func transcript(of program: ExperimentProgram, _ settings: [String: Double]) -> [UInt8]? {
    let key = ExperimentKey(program, settings: settings, engine: engineKey)
    guard case .entry(let entry) = experiments.find(key), entry.failure == nil else { return nil }
    return entry.transcript
  }

  /// Caches the result of an experiment that ended as expected.
  /// - Parameters:
  ///   - program: the experiment's program
  ///   - settings: the knobs that were not at their defaults
  ///   - entry: the result
  /// - Returns: the error that prevented it, if any
  func remember(
    _ program: ExperimentProgram, _ settings: [String: Double], _ entry: ExperimentEntry
  ) -> FileError? {
    do throws(FileError) {
      try experiments.store(
        entry, under: ExperimentKey(program, settings: settings, engine: engineKey))
      return nil
    } catch {
      return error
    }
  }
}
