import BookModel

/// Finds out where in the chapter experiments trapped: compiles them once more with debugging
/// information and runs them again. Runs are deterministic, so they trap again at the same place.
struct TrapLocator: Sendable {
  /// The chapter.
  var units: ChapterUnits
  /// Compiles.
  var compiler: SwiftCompiler

  /// An experiment that trapped.
  struct Trapped: Sendable {
    /// The experiment.
    var unit: ChapterUnits.Unit
    /// The knobs that were not at their defaults.
    var settings: [String: Double] = [:]
    /// How it ended.
    var failure: ExperimentFailure
  }

  /// The failures with their places; where none can be found out, the experiment's first line.
  /// - Parameter work: a folder to work in
  /// - Returns: a diagnostic by the experiment's id
  func locate(_ trapped: [Trapped], in work: String) async -> [String: Diagnostic] {
    var found: [String: Diagnostic] = [:]
    for mode in [SwiftCompiler.Mode.locating, .locatingFast] {
      let left = trapped.filter { found[$0.unit.experiment ?? ""] == nil }
      if left.isEmpty { break }
      let folder = work + "/" + mode.rawValue
      let source = ChapterProgram(
        units, running: Set(left.compactMap(\.unit.experiment)), fileName: SwiftCompiler.chapterFile
      ).source
      guard (try? FileAccess.makeFolder(folder)) != nil,
        let program = await compiler.compile(source, in: folder, mode: mode).program
      else { continue }
      for item in left {
        guard let id = item.unit.experiment else { continue }
        found[id] = await rerun(item, id, program, in: folder)
      }
    }
    for item in trapped {
      guard let id = item.unit.experiment, found[id] == nil else { continue }
      found[id] = item.failure.diagnostic(at: units.place(of: item.unit))
    }
    return found
  }

  private func rerun(_ item: Trapped, _ id: String, _ program: String, in folder: String) async
    -> Diagnostic?
  {
    let traces = folder + "/traces"
    guard (try? FileAccess.makeFolder(traces)) != nil else { return nil }
    let file = traces + "/\(id).json"
    let outcome = await ProgramRun(
      program: program, experiment: id, settings: item.settings,
      timeLimit: item.unit.block.options.timeout,
      environment: ["SWIFT_BACKTRACE": Backtrace.setting(file: file)],
      sandbox: compiler.sandbox, readable: compiler.neededByPrograms, writable: [traces]
    ).run(in: folder)
    guard let json = try? FileAccess.read(file) else { return nil }
    let places = Backtrace.places(in: json, file: SwiftCompiler.chapterFile)
      .filter { units.unit(atLine: $0.line) != nil }
    guard let innermost = places.first else { return nil }
    var failure = item.failure
    if case .trap(nil) = failure, case .trap(let reason) = outcome.failure {
      failure = .trap(reason: reason ?? Backtrace.reason(in: json))
    }
    return failure.diagnostic(at: range(innermost), notes: notes(places, of: item.unit))
  }

  /// Where the experiment itself was, when it is a setup block's code that trapped.
  private func notes(_ places: [SourcePosition], of unit: ChapterUnits.Unit) -> [Diagnostic.Note] {
    guard let first = places.first, units.unit(atLine: first.line)?.index != unit.index,
      let call = places.first(where: { units.unit(atLine: $0.line)?.index == unit.index })
    else { return [] }
    return [.init(range: range(call), message: "called from here")]
  }

  private func range(_ position: SourcePosition) -> SourceRange {
    // A function's first instruction has no column of its own.
    let column = units.unit(atLine: position.line)?.block.codeStart.column ?? 1
    return SourceRange(
      file: units.path, line: position.line, column: max(position.column, column))
  }
}
