import BookModel
import Transcript

/// The words of all that can go wrong between a chapter and its outputs.
enum ExecutionWording {
  static func sourceLocationDirective(_ directive: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "'\(directive)' cannot stand in a block that runs",
      hint: "remove it: Gradbook itself gives every line its place in the chapter")
  }

  static func reservedName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "'\(name)' cannot be used in a block that runs",
      hint:
        "choose another name: those that begin with 'gradbook', and 'startNotebook', belong to the"
        + " program around the blocks")
  }

  /// An experiment that does not run because a setup block above it has an error.
  static func setupFailed(_ experiment: SourceRange, setup: SourceRange) -> Diagnostic {
    Diagnostic(
      at: experiment,
      "not run, because the setup block at line \(setup.start.line) has an error",
      hint: "correct the setup block first",
      notes: [.init(range: setup, message: "the setup block")])
  }

  /// The note of a setup block's fault that names the experiments which it stops.
  static func stops(_ experiments: [String], first: SourceRange) -> Diagnostic.Note {
    let names = experiments.map { "'\($0)'" }
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
    return .init(
      range: first, message: "stops the experiment\(names.count < 2 ? "" : "s") \(list)")
  }

  /// An experiment whose program does something else when it is optimized.
  static func optimizedDiffers(_ plain: String?, _ optimized: String?) -> IslandDiagnostic {
    func ending(_ failure: String?) -> String { failure.map { "'\($0)'" } ?? "a good end" }
    let how =
      plain == optimized
      ? "it puts out something else" : "\(ending(optimized)) instead of \(ending(plain))"
    return IslandDiagnostic(
      message: "the experiment behaves differently when it is optimized: \(how)",
      hint: "look for unsafe pointers, memory that is read before it is written, or addresses and "
        + "times that are printed")
  }

  static func notRun(_ experiment: SourceRange, _ reason: Diagnostic) -> Diagnostic {
    Diagnostic(at: experiment, "not run: \(reason.message)", hint: reason.hint)
  }

  /// A compiler, or a linker, that failed without naming a place in the experiment's code.
  static func compilerFailed(_ outcome: SwiftCompiler.Outcome, timeLimit: Double)
    -> IslandDiagnostic
  {
    switch outcome.ending {
    case .timeLimit: compilerEnded("did not end within \(CompileLimits.text(timeLimit)) s")
    case .signaled(let signal): compilerEnded("crashed (signal \(signal))")
    case .outputLimit: compilerEnded("wrote without an end")
    case .exited(0): compilerEnded("wrote no program")
    case .exited, .notStarted, .scratchLimit, .memoryLimit:
      IslandDiagnostic(
        message: "the Swift compiler failed without naming a place in the chapter:\n"
          + outcome.text.prefix(4000))
    }
  }

  /// An experiment that is not compiled any more, for the others took too long.
  static func chapterCompilesTooLong(_ limits: CompileLimits) -> IslandDiagnostic {
    IslandDiagnostic(
      message: "the experiment was not compiled: the programs of this chapter together took longer"
        + " than \(CompileLimits.text(limits.perChapter)) s",
      hint:
        "split the chapter, or allow more: all programs of a chapter may take ten times as long as"
        + " one, for which \(CompileLimits.variable) gives the seconds")
  }

  private static func compilerEnded(_ how: String) -> IslandDiagnostic {
    IslandDiagnostic(
      message: "the Swift compiler \(how) on this experiment",
      hint: "split long expressions, or write down the types that it has to find out")
  }

  /// An experiment that was to trap and did not.
  static let noTrap = IslandDiagnostic(
    message: "expected a trap, but the experiment ended well",
    hint: "remove 'expect=trap', or let the experiment do what must not be done")

  /// An experiment that was not to compile and does.
  static let noCompileError = IslandDiagnostic(
    message: "expected a compile error, but the experiment compiles",
    hint: "remove 'expect=compile-error', or write what the compiler is to refuse")

  static func claimDoesNotHold(_ claim: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "the claim does not hold: \(claim)",
      hint: "print what the condition compares; correct the experiment, or the claim")
  }

  static func unknownValue(_ value: InlineValue, known: [String]) -> Diagnostic {
    let names = Set(known).sorted()
    return Diagnostic(
      at: value.range, "the experiment '\(value.experiment)' publishes no '\(value.name)'",
      hint: NearMiss.question(value.name, among: names)
        ?? (names.isEmpty
          ? "write publish(\"\(value.name)\", …) in the experiment"
          : "it publishes \(names.joined(separator: ", "))"))
  }

  static func formatOfText(_ value: InlineValue) -> Diagnostic {
    Diagnostic(
      at: value.range, "'\(value.experiment).\(value.name)' is a text, and has no number format",
      hint: "write '=\(value.experiment).\(value.name)' alone")
  }

  static func unknownKnob(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      at: nil, "no experiment of this chapter reads a knob '\(name)'",
      hint: NearMiss.question(name, among: known)
        ?? (known.isEmpty
          ? "the chapter has no knobs" : "the knobs are \(known.joined(separator: ", "))"))
  }

  static func wrongSetting(_ text: String, of knob: Knob) -> Diagnostic {
    var hint = "write for example --set \(knob.name)=\(knob.standardText)"
    if case .choice(let names) = knob.kind {
      hint = NearMiss.question(text, among: names) ?? hint
    }
    return Diagnostic(
      at: nil, "found \(knob.name)=\(text), expected \(knob.expectation)", hint: hint)
  }

  /// Without a place, for it is no fault of the chapter's, and the page is as ever.
  static func damagedEntry(_ experiment: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "\(place.file): what was remembered of the experiment '\(experiment)' is damaged; it ran again"
    )
  }

  static func cacheUnusable(_ problem: CacheProblem) -> Diagnostic {
    Diagnostic(
      .warning, at: nil, "\(problem.message); nothing is remembered for the next time",
      hint: problem.hint)
  }
}

extension ToolchainError {
  /// The error in words, with the next step.
  var diagnostic: Diagnostic {
    switch self {
    case .missing(let named?):
      Diagnostic(
        at: nil, "found no Swift compiler at '\(named)', which GRADBOOK_SWIFTC names",
        hint: "let GRADBOOK_SWIFTC name the swiftc of a Swift 6.3 toolchain, or unset it")
    case .missing(nil):
      Diagnostic(
        at: nil, "found no Swift compiler: there is no 'swiftc' on PATH",
        hint: "install Swift 6.3 from swift.org, or name its swiftc in GRADBOOK_SWIFTC")
    case .unusable(let path, let reason):
      Diagnostic(
        at: nil, "the Swift compiler '\(path)' does not work: \(reason)",
        hint: "try '\(path) --version'")
    }
  }
}

extension EngineError {
  /// The error in words, with the next step.
  var diagnostic: Diagnostic {
    switch self {
    case .sourcesMissing:
      Diagnostic(
        at: nil, "found no sources of the engine",
        hint: "run gradbook from the folder that it was built in, or set GRADBOOK_SOURCES to it")
    case .notCompiled(let module, let output):
      Diagnostic(
        at: nil, "the engine's module '\(module)' does not compile:\n\(output)",
        hint: "is the Swift compiler a 6.3 or later?")
    case .file(let error): Diagnostic(at: nil, "\(error)")
    }
  }
}
