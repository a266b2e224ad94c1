import BookModel

extension ExecutionWording {
  /// The failure of a compiler or linker that named no position in the experiment's code.
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

  /// The failure of an experiment that writes options for the linker into its object.
  static let namesLinkerOptions = IslandDiagnostic(
    message:
      "the experiment writes into '\(AutolinkEntries.section)', where the linker's options stand",
    hint: "remove the attribute '@section'")

  /// The failure of an experiment that is not compiled because the chapter's time is used up.
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
