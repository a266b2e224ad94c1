import BookModel
import Files

/// The toolchain's language service with what it needs to understand blocks.
package struct EditingTools: Sendable {
  /// The service's program with its arguments, in the sandbox where there is one.
  package let command: [String]
  /// True when the command starts the sandbox.
  package let isConfined: Bool
  /// The service's complete environment.
  package let environment: [String: String]
  /// The compiler with its arguments for one program, whose file is `source`.
  package let compilation: [String]
  /// The folder that contains the engine's `Sources`.
  package let sources: String
  private let names: EngineNames

  /// The file's name of a program in its folder.
  package static let source = DriverPlan.source

  fileprivate init(
    _ build: EngineBuild, _ engine: EngineLibrary, service: String, names: EngineNames,
    folder: String
  ) {
    let compiler = SwiftCompiler(toolchain: build.toolchain, engine: engine)
    // The service takes the compiler that it belongs to; one at another path may only be a way to it.
    compilation = ["swiftc"] + compiler.arguments(.none, moduleCache: engine.moduleCache)
    environment = build.toolchain.environment(temporary: folder)
    sources = build.sources.root
    self.names = names
    isConfined = build.sandbox != nil
    guard let sandbox = build.sandbox else {
      command = [service]
      return
    }
    var policy = SandboxPolicy.compiler(
      reading: build.toolchain.folders + [engine.folder, sources],
      writing: [folder, engine.moduleCache])
    policy.memory = 64 << 30
    let confinement = Confinement(sandbox, policy)
    command =
      [sandbox.launcher]
      + sandbox.arguments(
        running: [service], under: policy, timeLimit: Self.longestService,
        report: confinement.report)
  }

  /// The longest time that one service runs, in seconds: a week. Another one then takes its place.
  private static let longestService = 604_800.0

  /// A message of the service about a program.
  package struct Message: Sendable {
    /// The severity.
    package var severity: Diagnostic.Severity
    /// The place in the program.
    package var position: ProgramPosition
    /// The text, which may end with the compiler's own name of it.
    package var text: String
    /// The notes, each with its place in the program.
    package var notes: [(position: ProgramPosition, text: String)]

    /// Makes a message.
    package init(
      _ severity: Diagnostic.Severity, at position: ProgramPosition, _ text: String,
      notes: [(position: ProgramPosition, text: String)] = []
    ) {
      (self.severity, self.position, self.text, self.notes) = (severity, position, text, notes)
    }
  }

  /// A finding of the compiler at its place in a block.
  package struct Finding: Hashable, Sendable {
    /// The severity.
    package var severity: Diagnostic.Severity
    /// The place.
    package var place: BlockPosition
    /// The text, as a build prints it.
    package var message: String
    /// The next step.
    package var hint: String?
    /// Further places.
    package var notes: [Note]

    /// A further place of a finding.
    package struct Note: Hashable, Sendable {
      /// The place.
      package var place: BlockPosition
      /// The text.
      package var message: String
    }
  }

  /// Returns the service's messages about a program in the words of a build, without those that a build
  /// leaves out.
  package func findings(_ messages: [Message], in program: EditedProgram) -> [Finding] {
    func read(_ text: String, _ kind: CompilerMessage.Kind, _ position: ProgramPosition)
      -> CompilerMessage
    {
      var message = CompilerMessage.named(Array(text.utf8)[...], kind)
      message.position = program.islandPosition(of: position)
      return message
    }
    let all = messages.flatMap { message in
      [read(message.text, message.severity == .error ? .error : .warning, message.position)]
        + message.notes.map { read($0.text, .note, $0.position) }
    }
    let hints = CompilerHints(names: names)
    let found = CompilerMessage.diagnostics(all) { hints.hint(for: $0, in: program.island) }
    return found.compactMap { diagnostic in
      guard let place = diagnostic.position.flatMap(program.place(ofIsland:)) else { return nil }
      return Finding(
        severity: diagnostic.severity, place: place, message: diagnostic.message,
        hint: diagnostic.hint,
        notes: diagnostic.notes.compactMap { note in
          program.place(ofIsland: note.position).map { .init(place: $0, message: note.message) }
        })
    }
  }
}

extension Executor {
  /// Returns true when the engine has been built, so that `editingTools` takes no time.
  package func hasEngine() async -> Bool {
    if case .success(let tools) = await environment.findTools() {
      tools.engine.existing() != nil
    } else {
      false
    }
  }

  /// Finds the toolchain's language service, building the engine if necessary.
  /// - Parameter folder: the folder in which the service may write
  /// - Returns: the reason when there is no toolchain, no engine or no service
  package func editingTools(in folder: String) async -> Result<EditingTools, Diagnostic> {
    let tools: BuildEnvironment.Tools
    switch await environment.findTools() {
    case .failure(let problem): return .failure(problem)
    case .success(let found): tools = found
    }
    let service = tools.engine.toolchain.home + "/bin/sourcekit-lsp"
    guard FileAccess.status(service)?.isExecutable ?? false else {
      return .failure(
        Diagnostic(
          .warning, at: nil, "the toolchain has no '\(service)'",
          hint: "use a whole toolchain of Swift 6.3; all else works without"))
    }
    switch await environment.library(tools.engine) {
    case .failure(let error): return .failure(error.diagnostic)
    case .success(let library):
      return .success(
        EditingTools(
          tools.engine, library, service: service, names: await environment.names(tools.engine),
          folder: folder))
    }
  }

  /// Returns the faults in a chapter's code that a build reports before it compiles, without those that
  /// parsing found.
  package static func checks(of chapter: Chapter) -> [Diagnostic] {
    let problems = Set(chapter.blocks.compactMap(\.problem))
    return ProgramChecks.findings(in: ChapterUnits(chapter)).map(\.diagnostic)
      .filter { !problems.contains($0) }
  }
}
