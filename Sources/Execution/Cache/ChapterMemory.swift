import BookModel

/// What is remembered of a chapter's experiments.
struct ChapterMemory: Sendable {
  /// The chapter.
  var units: ChapterUnits
  /// Where it is remembered.
  var cache: ExperimentCache
  /// The key of the engine in use.
  var engineKey: String

  /// Puts into a record what is remembered of the experiments that are open in it.
  /// - Returns: the ids of those, in the order of the text
  func recall(into record: inout RunRecord) -> [String] {
    record.open.filter { recall($0, [:], into: &record) }.compactMap(\.experiment)
  }

  /// Puts into a record what is remembered of an experiment with some knobs turned.
  /// - Returns: whether anything is remembered
  func recall(
    _ unit: ChapterUnits.Unit, _ settings: [String: Double], into record: inout RunRecord
  ) -> Bool {
    guard let id = unit.experiment else { return false }
    switch cache.find(key(unit, settings)) {
    case .nothing: return false
    case .damaged:
      record.note(ExecutionWording.damagedEntry(id, units.place(of: unit)))
      return false
    case .entry(let entry):
      var outputs = TranscriptReader(entry.transcript, isCut: entry.failure != nil).outputs
      if let failure = entry.failure { outputs.append(.failure(diagnostic(failure, of: unit))) }
      record.end(id, outputs: outputs)
      note(entry.warnings, of: unit, in: &record)
      return true
    }
  }

  /// Notes the compiler's warnings about an experiment.
  func note(
    _ warnings: [ExperimentEntry.Warning], of unit: ChapterUnits.Unit, in record: inout RunRecord
  ) {
    for warning in warnings {
      if let range = place(warning, of: unit) {
        record.note(Diagnostic(.warning, at: range, warning.text))
      }
    }
  }

  /// Remembers an experiment that ended as it was meant to.
  /// - Parameters:
  ///   - unit: the experiment
  ///   - settings: the knobs that were not at their defaults
  ///   - transcript: what it put out
  ///   - warnings: the compiler's warnings about it
  ///   - failure: how it went wrong, if it was meant to
  /// - Returns: why it cannot be remembered, if so
  func remember(
    _ unit: ChapterUnits.Unit, _ settings: [String: Double], _ transcript: [UInt8],
    _ warnings: [ExperimentEntry.Warning], _ failure: Diagnostic?
  ) -> FileError? {
    let entry = ExperimentEntry(
      transcript: transcript, warnings: warnings, failure: failure.map { relative($0, to: unit) })
    do throws(FileError) {
      try cache.store(entry, under: key(unit, settings))
      return nil
    } catch {
      return error
    }
  }

  /// Those of the compiler's warnings that are about an experiment, as seen from it.
  func relative(_ warnings: [Diagnostic], to unit: ChapterUnits.Unit) -> [ExperimentEntry.Warning] {
    warnings.compactMap { relative($0.range, $0.message, to: unit) }
  }

  private func key(_ unit: ChapterUnits.Unit, _ settings: [String: Double]) -> ExperimentKey {
    ExperimentKey(unit, in: units, settings: settings, engine: engineKey)
  }

  /// A place as seen from an experiment; nil when the experiment does not see it.
  private func relative(_ range: SourceRange?, _ text: String, to unit: ChapterUnits.Unit)
    -> ExperimentEntry.Warning?
  {
    let seen = [unit] + units.setups(above: unit).reversed()
    guard let start = range?.start, let holder = units.unit(atLine: start.line),
      let blocksAbove = seen.firstIndex(where: { $0.index == holder.index })
    else { return nil }
    let code = holder.block.codeStart
    return .init(
      blocksAbove: blocksAbove, line: start.line - code.line,
      column: max(start.column - code.column, 0), text: text)
  }

  private func relative(_ failure: Diagnostic, to unit: ChapterUnits.Unit)
    -> ExperimentEntry.Failure
  {
    let whole = ExperimentEntry.Warning(blocksAbove: 0, line: 0, column: 0, text: failure.message)
    return .init(
      message: relative(failure.range, failure.message, to: unit) ?? whole, hint: failure.hint,
      notes: failure.notes.compactMap { relative($0.range, $0.message, to: unit) })
  }

  private func diagnostic(_ failure: ExperimentEntry.Failure, of unit: ChapterUnits.Unit)
    -> Diagnostic
  {
    Diagnostic(
      at: place(failure.message, of: unit) ?? units.place(of: unit), failure.message.text,
      hint: failure.hint,
      notes: failure.notes.compactMap { note in
        place(note, of: unit).map { .init(range: $0, message: note.text) }
      })
  }

  private func place(_ warning: ExperimentEntry.Warning, of unit: ChapterUnits.Unit)
    -> SourceRange?
  {
    let seen = [unit] + units.setups(above: unit).reversed()
    guard seen.indices.contains(warning.blocksAbove) else { return nil }
    let code = seen[warning.blocksAbove].block.codeStart
    return SourceRange(
      file: units.path, line: code.line + warning.line, column: code.column + warning.column)
  }
}
