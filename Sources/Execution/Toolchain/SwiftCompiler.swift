/// Compiles a chapter's program and links it with the engine.
struct SwiftCompiler: Sendable {
  /// What compiling came to.
  struct Outcome: Sendable {
    /// The path of the program; nil when there is none.
    var program: String?
    /// How the compiler ended.
    var ending: ChildProcess.Ending
    /// What it said.
    var messages: [CompilerMessage]
    /// All that it wrote.
    var text: String

    /// Whether it found an error at a place in the chapter.
    fileprivate var hasPlace: Bool {
      messages.contains { $0.kind == .error && $0.position != nil }
    }
  }

  /// How the program is compiled.
  enum Mode: String, Sendable {
    /// For speed.
    case fast
    /// For finding out where it traps: not optimized, so that no place is lost.
    case locating
    /// As `locating`, but optimized, for what would take too long otherwise.
    case locatingFast

    fileprivate var options: [String] {
      switch self {
      case .fast: ["-O"]
      case .locating: ["-Onone", "-g"]
      case .locatingFast: ["-O", "-g"] + SwiftCompiler.traceable
      }
    }
  }

  /// What the compiler calls the chapter; the same for every chapter and on every machine.
  static let chapterFile = "chapter.md"
  /// All that changes what a program does, for telling remembered outputs apart.
  static let options = "-O -swift-version 5"

  /// Keeps the chain of calls readable from a trap outwards, also in optimized code: without it an
  /// engine fault could not be followed back to the chapter.
  static let traceable = ["-Xcc", "-fno-omit-frame-pointer"]

  /// The compiler.
  var toolchain: Toolchain
  /// What the program is linked with.
  var engine: EngineLibrary
  /// What runs it behind walls; nil when nothing does.
  var sandbox: Sandbox?
  /// The longest that it may take, in seconds: `GRADBOOK_COMPILE_LIMIT`, else 60.
  var timeLimit = environmentValue("GRADBOOK_COMPILE_LIMIT").flatMap(Double.init) ?? 60

  /// What its programs read when they run.
  var neededByPrograms: [String] { toolchain.runtimeFolders + [engine.folder] }

  /// Compiles a program.
  ///
  /// The compiler keeps the system's modules beside the engine, for all compilations. Should it fail
  /// because of them (they are damaged, say, or another build has just removed damaged ones), it
  /// tries again with modules of its own, which takes a third of a second longer.
  /// - Parameters:
  ///   - source: the program's text
  ///   - folder: an own folder for this compilation; everything that it writes is in there
  ///   - mode: how it is compiled
  func compile(_ source: String, in folder: String, mode: Mode = .fast) async -> Outcome {
    let shared = engine.moduleCache
    let inode = FileAccess.status(shared)?.inode
    let first = await compile(source, in: folder, mode, moduleCache: shared)
    let mayBeTheirs = !first.hasPlace || first.text.utf8.firstRange(of: shared.utf8) != nil
    guard case .exited(1...) = first.ending, mayBeTheirs else { return first }
    let second = await compile(source, in: folder, mode, moduleCache: folder + "/module-cache")
    if second.program != nil || second.hasPlace, FileAccess.status(shared)?.inode == inode {
      FileAccess.remove(shared)
    }
    return second
  }

  private func compile(
    _ source: String, in folder: String, _ mode: Mode, moduleCache: String
  ) async -> Outcome {
    let temporary = folder + "/temporary"
    do throws(FileError) {
      try FileAccess.makeFolder(temporary)
      try FileAccess.makeFolder(moduleCache)
      try FileAccess.writeAtomically(Array(source.utf8), to: folder + "/main.swift")
    } catch {
      return Outcome(ending: .notStarted("\(error)"), messages: [], text: "\(error)")
    }
    let policy = SandboxPolicy.compiler(
      reading: toolchain.folders + [engine.folder], writing: [folder, moduleCache])
    let outcome = await ChildProcess(
      executable: toolchain.compiler, arguments: arguments(source, mode, moduleCache),
      environment: toolchain.environment(temporary: temporary), folder: folder,
      timeLimit: timeLimit, outputLimit: 1 << 20,
      confinement: sandbox.map { Confinement($0, policy) }
    ).run()
    let written = outcome.output + outcome.errors
    let program = folder + "/program"
    let hasProgram =
      outcome.ending == .exited(0) && FileAccess.status(program)?.isExecutable ?? false
    return Outcome(
      program: hasProgram ? program : nil, ending: outcome.ending,
      messages: CompilerMessage.messages(in: written, file: Self.chapterFile),
      text: String(decoding: written, as: UTF8.self))
  }

  private func arguments(_ source: String, _ mode: Mode, _ moduleCache: String) -> [String] {
    var arguments = mode.options
    if !ThreadUse.isPossible(in: source) { arguments += ThreadUse.singleThreaded }
    // Script-like code: local functions share the variables around them.
    arguments += ["-swift-version", "5", "-diagnostic-style=llvm", "-no-color-diagnostics"]
    arguments += ["-module-name", "chapter", "-module-cache-path", moduleCache]
    arguments += ["-I", engine.folder, "-L", engine.folder, "-lGradbookEngine"]
    arguments += ["-Xlinker", "-rpath", "-Xlinker", engine.folder]
    if toolchain.hasLLD { arguments.append("-use-ld=lld") }
    return arguments + ["main.swift", "-o", "program"]
  }
}
