import BookModel
import Transcript

/// The words of all that can go wrong between a chapter and its outputs.
enum ExecutionWording {
  static func sourceLocationDirective(_ directive: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "'\(directive)' cannot stand in a block that runs",
      hint: "remove it: Gradbook itself gives every line its place in the chapter")
  }

  static func typeFromBelow(_ name: String, at range: SourceRange, declared: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      at: range, "'\(name)' is declared by a setup block below this one",
      hint: "a block sees only the setup blocks above it: move the declaration up",
      notes: [.init(range: declared, message: "the setup block that declares '\(name)'")])
  }

  static func setupFailed(_ experiment: SourceRange, setup: SourceRange) -> Diagnostic {
    Diagnostic(
      at: experiment,
      "not run, because the setup block at line \(setup.start.line) does not compile",
      hint: "correct the setup block first",
      notes: [.init(range: setup, message: "the setup block")])
  }

  static func notRun(_ experiment: SourceRange, _ reason: Diagnostic) -> Diagnostic {
    Diagnostic(at: experiment, "not run: \(reason.message)", hint: reason.hint)
  }

  static func compilerOutput(_ text: String, at experiment: SourceRange) -> Diagnostic {
    Diagnostic(
      at: experiment, "the Swift compiler failed without naming a place in the chapter:\n\(text)")
  }

  static func compilerEnded(_ experiment: SourceRange, _ how: String) -> Diagnostic {
    Diagnostic(
      at: experiment, "the Swift compiler \(how) on this experiment",
      hint: "split long expressions, or write down the types that it has to find out")
  }

  static func noTrap(at fence: SourceRange) -> Diagnostic {
    Diagnostic(
      at: fence, "expected a trap, but the experiment ended well",
      hint: "remove 'expect=trap', or let the experiment do what must not be done")
  }

  static func noCompileError(at fence: SourceRange) -> Diagnostic {
    Diagnostic(
      at: fence, "expected a compile error, but the experiment compiles",
      hint: "remove 'expect=compile-error', or write what the compiler is to refuse")
  }

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

  static func cacheUnusable(_ error: FileError) -> Diagnostic {
    Diagnostic(
      .warning, at: nil, "\(error); nothing is remembered for the next time",
      hint: "make the folder writable, or name another one in GRADBOOK_CACHE")
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
