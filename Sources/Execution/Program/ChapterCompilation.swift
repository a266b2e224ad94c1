import BookModel

/// Compiles a chapter's experiments into as few programs as possible, leaving out those that fail.
struct ChapterCompilation: Sendable {
  /// What compiling came to.
  struct Outcome: Sendable {
    /// The program that holds an experiment, by the experiment's id.
    var programs: [String: String] = [:]
    /// Why an experiment is in no program, by its id.
    var failures: [String: Diagnostic] = [:]
    /// The experiments in whose own code the compiler found an error.
    var refused: Set<String> = []
    /// All errors, those in `failures` included.
    var errors: [Diagnostic] = []
    /// All warnings.
    var warnings: [Diagnostic] = []
  }

  /// The chapter.
  var units: ChapterUnits
  /// Compiles one program.
  var compiler: SwiftCompiler
  /// Told about each start of the compiler, and its end.
  var onStep: @Sendable (ExecutionEvent.Step) -> Void = { _ in }

  /// Compiles experiments. Every round leaves out at least one that fails, so there are never more
  /// rounds than experiments, and one more.
  /// - Parameters:
  ///   - experiments: their ids
  ///   - work: a folder to work in; the programs are below it
  func compile(_ experiments: Set<String>, in work: String) async -> Outcome {
    var outcome = Outcome()
    var left = experiments
    var round = 0
    while !left.isEmpty {
      round += 1
      let folder = "\(work)/round-\(round)"
      let result = await compileOnce(left, in: folder)
      let diagnostics = diagnostics(result.messages)
      if let program = result.program {
        for id in left { outcome.programs[id] = program }
        outcome.warnings += diagnostics.filter { $0.severity == .warning }
        return outcome
      }
      let failures = blame(diagnostics.filter { $0.severity == .error }, among: left)
      outcome.errors += diagnostics.filter { $0.severity == .error }
      guard !failures.isEmpty else {
        await compileOneByOne(left, after: result, in: folder, into: &outcome)
        return outcome
      }
      outcome.refused.formUnion(failures.keys.filter { isOwn(failures[$0], of: $0) })
      outcome.failures.merge(failures) { first, _ in first }
      left.subtract(failures.keys)
    }
    return outcome
  }

  private func compileOnce(_ experiments: Set<String>, in folder: String) async
    -> SwiftCompiler.Outcome
  {
    let source = ChapterProgram(units, running: experiments, fileName: SwiftCompiler.chapterFile)
      .source
    do throws(FileError) {
      try FileAccess.makeFolder(folder)
    } catch {
      return .init(ending: .notStarted("\(error)"), messages: [], text: "\(error)")
    }
    onStep(.compiling(experiments: experiments.count))
    let clock = ContinuousClock.now
    let result = await compiler.compile(source, in: folder)
    onStep(.compiled(seconds: clock.secondsSince))
    return result
  }

  /// When the compiler crashes, hangs or names no place, only trying tells which experiment is to
  /// blame.
  private func compileOneByOne(
    _ experiments: Set<String>, after result: SwiftCompiler.Outcome, in folder: String,
    into outcome: inout Outcome
  ) async {
    if experiments.count == 1, let id = experiments.first,
      let unit = units.experiments.first(where: { $0.experiment == id })
    {
      let failure = failure(result, of: unit)
      outcome.failures[id] = failure
      outcome.errors.append(failure)
      return
    }
    for id in experiments.sorted() {
      let single = await compile([id], in: folder + "/" + id)
      outcome.programs.merge(single.programs) { $1 }
      outcome.failures.merge(single.failures) { $1 }
      outcome.errors += single.errors
      outcome.warnings += single.warnings
    }
  }

  private func failure(_ result: SwiftCompiler.Outcome, of unit: ChapterUnits.Unit) -> Diagnostic {
    let place = units.place(of: unit)
    switch result.ending {
    case .timeLimit:
      return ExecutionWording.compilerEnded(
        place, "did not end within \(Int(compiler.timeLimit)) s")
    case .signaled(let signal):
      return ExecutionWording.compilerEnded(place, "crashed (signal \(signal))")
    case .outputLimit:
      return ExecutionWording.compilerEnded(place, "wrote without an end")
    case .exited(0):
      return ExecutionWording.compilerEnded(place, "wrote no program")
    case .exited, .notStarted, .scratchLimit:
      return ExecutionWording.compilerOutput(result.text, at: place)
    }
  }

  /// Which experiments fail by errors at these places.
  private func blame(_ errors: [Diagnostic], among left: Set<String>) -> [String: Diagnostic] {
    var failures: [String: Diagnostic] = [:]
    for error in errors {
      guard let line = error.range?.start.line, let unit = units.unit(atLine: line) else {
        continue
      }
      if let id = unit.experiment {
        if left.contains(id), failures[id] == nil { failures[id] = error }
        continue
      }
      for below in units.experiments where below.index > unit.index {
        guard let id = below.experiment, left.contains(id), failures[id] == nil else { continue }
        failures[id] = ExecutionWording.setupFailed(
          units.place(of: below), setup: units.place(of: unit))
      }
    }
    return failures
  }

  /// Whether an error is one of an experiment's own code, and not of a setup block above it.
  private func isOwn(_ failure: Diagnostic?, of experiment: String) -> Bool {
    guard let range = failure?.range else { return false }
    return units.unit(atLine: range.start.line)?.experiment == experiment
      && !(failure?.notes.contains { note in
        units.unit(atLine: note.range.start.line)?.experiment == nil
          && failure == ExecutionWording.setupFailed(range, setup: note.range)
      } ?? false)
  }

  /// The compiler's messages that have a place in the chapter.
  private func diagnostics(_ messages: [CompilerMessage]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var isAttached = false
    for message in messages {
      let range = message.position.map { SourceRange(file: units.path, start: $0) }
      switch message.kind {
      case .note:
        guard isAttached, let range else { continue }
        diagnostics[diagnostics.count - 1].notes.append(.init(range: range, message: message.text))
      case .error, .warning:
        isAttached = range != nil && !Self.comesFromWrapping(message)
        guard isAttached else { continue }
        diagnostics.append(
          message.kind == .error
            ? Diagnostic(at: range, message.text, hint: message.hint)
            : Diagnostic(.warning, at: range, message.text))
      }
    }
    return diagnostics
  }

  /// In a script these would be global, and the compiler would not ask whether they are used.
  private static func comesFromWrapping(_ message: CompilerMessage) -> Bool {
    message.kind == .warning
      && ["was never used", "was never mutated", "but never read", "never used; consider"].contains
      {
        message.text.utf8.firstRange(of: $0.utf8) != nil
      }
  }
}

extension ContinuousClock.Instant {
  /// The seconds from this instant until now.
  var secondsSince: Double {
    let passed = ContinuousClock.now - self
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
  }
}
