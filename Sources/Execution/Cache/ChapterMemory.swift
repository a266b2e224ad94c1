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
    var recalled: [String] = []
    for unit in record.open {
      guard let id = unit.experiment else { continue }
      switch cache.find(ExperimentKey(unit, in: units, engine: engineKey)) {
      case .nothing: break
      case .damaged: record.note(ExecutionWording.damagedEntry(units.place(of: unit)))
      case .entry(let entry):
        record.end(id, outputs: TranscriptReader(entry.transcript).outputs)
        for warning in entry.warnings { place(warning, of: unit).map { record.note($0) } }
        recalled.append(id)
      }
    }
    return recalled
  }

  /// Remembers an experiment that ended well.
  /// - Parameters:
  ///   - unit: the experiment
  ///   - transcript: what it put out
  ///   - warnings: the compiler's warnings about the whole chapter
  /// - Returns: why it cannot be remembered, if so
  func remember(_ unit: ChapterUnits.Unit, _ transcript: [UInt8], _ warnings: [Diagnostic])
    -> FileError?
  {
    let entry = ExperimentEntry(
      transcript: transcript, warnings: warnings.compactMap { relative($0, to: unit) })
    do throws(FileError) {
      try cache.store(entry, under: ExperimentKey(unit, in: units, engine: engineKey))
      return nil
    } catch {
      return error
    }
  }

  /// The warning's place as seen from an experiment; nil when it is not about it.
  private func relative(_ warning: Diagnostic, to unit: ChapterUnits.Unit)
    -> ExperimentEntry.Warning?
  {
    let seen = [unit] + units.setups(above: unit).reversed()
    guard let start = warning.range?.start, let holder = units.unit(atLine: start.line),
      let blocksAbove = seen.firstIndex(where: { $0.index == holder.index })
    else { return nil }
    let code = holder.block.codeStart
    return .init(
      blocksAbove: blocksAbove, line: start.line - code.line,
      column: max(start.column - code.column, 0), text: warning.message)
  }

  private func place(_ warning: ExperimentEntry.Warning, of unit: ChapterUnits.Unit) -> Diagnostic?
  {
    let seen = [unit] + units.setups(above: unit).reversed()
    guard seen.indices.contains(warning.blocksAbove) else { return nil }
    let code = seen[warning.blocksAbove].block.codeStart
    return Diagnostic(
      .warning,
      at: SourceRange(
        file: units.path, line: code.line + warning.line, column: code.column + warning.column),
      warning.text)
  }
}
