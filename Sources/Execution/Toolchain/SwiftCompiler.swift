import Files
import Synchronization

/// Compiles the program of an experiment and links it with the engine.
struct SwiftCompiler: Sendable {
  /// The result of compiling a program.
  struct Outcome: Sendable {
    /// The path of the program; nil when there is none.
    var program: String?
    /// The ending of the compiler, or of the linker after it.
    var ending: ChildProcess.Ending
    /// The messages about the experiment.
    var messages: [CompilerMessage] = []
    /// The complete output.
    var text: String
    /// True when the program was not linked because its object has options for the linker.
    var namesOptions = false

    /// The result for a program whose object has options for the linker.
    fileprivate static let namingOptions = Outcome(
      ending: .exited(1), text: "", namesOptions: true)

    /// True when there is an error with a position in the experiment's code.
    fileprivate var hasPlace: Bool {
      messages.contains { $0.kind == .error && $0.position != nil }
    }
  }

  /// Keeps the call chain readable from a trap outwards, in optimized code as well: without it an
  /// engine fault could not be traced back to the chapter.
  static let traceable = ["-Xcc", "-fno-omit-frame-pointer"]

  /// Links without merging strings and without threads of its own: a program of one object file is
  /// linked in less processor time, and other experiments use the other processors.
  private static let quickLinking = ["-O0", "--threads=1"].flatMap { ["-Xlinker", $0] }

  /// Compiles without checking the compiler's own intermediate code, and without comparing it with
  /// that of an earlier object: there is none.
  private static let quickCompiling = [
    "-sil-verify-none", "-disable-llvm-verify", "-disable-incremental-llvm-codegen",
  ]

  /// No object is there sooner, even on a fast machine.
  private static let leastCompiling = Duration.milliseconds(60)

  /// The compiler.
  var toolchain: Toolchain
  /// The library that programs are linked with.
  var engine: EngineLibrary
  /// The launcher of the sandbox for the compiler; nil for none.
  var sandbox: Sandbox?
  /// The driver's plans; nil to always use the driver.
  var plans: DriverPlans?
  /// The compilers that stay; nil to always use one process for each program.
  var residents: ResidentCompilers?
  /// The longest time for one tool, in seconds.
  var timeLimit = CompileLimits.usual.perProgram

  /// Compiles a program.
  ///
  /// A compiler that stays does it, or the frontend; the linker is called directly, as the driver would.
  /// If that fails for a reason other than the program (such as damaged modules in the shared cache, or
  /// another build that has just removed them), the driver tries again with a separate module cache,
  /// which takes a third of a second longer. When a module is locked, that is done at once.
  /// - Parameters:
  ///   - source: the program's text
  ///   - folder: a folder for this compilation alone, which receives all of its files
  ///   - isOneOfMany: true when starting a compiler that stays is worth its time
  func compile(
    _ source: String, _ optimization: CompilerOptions.Optimization, in folder: String,
    isOneOfMany: Bool = false
  ) async -> Outcome {
    do throws(FileError) {
      for name in [folder + "/temporary", engine.moduleCache] { try FileAccess.makeFolder(name) }
      try FileAccess.writeAtomically(Array(source.utf8), to: folder + "/" + DriverPlan.source)
    } catch {
      return Outcome(ending: .notStarted("\(error)"), text: "\(error)")
    }
    let extra = ThreadUse.isPossible(in: source) ? [] : CompilerOptions.singleThreaded
    let own = folder + "/module-cache"
    if !engine.moduleLocks.isEmpty {
      try? FileAccess.makeFolder(own)
      return await compileByDriver(optimization, extra, in: folder, moduleCache: own)
    }
    let shared = engine.moduleCache
    let inode = FileAccess.status(shared)?.inode
    let first =
      if let plan = await plans?.plan(optimization, self),
        let direct = await compileDirectly(
          source, plan, optimization, extra, in: folder, isOneOfMany: isOneOfMany)
      { direct } else {
        await compileByDriver(optimization, extra, in: folder, moduleCache: shared)
      }
    let mayBeTheirs = !first.hasPlace || first.text.utf8.firstRange(of: shared.utf8) != nil
    guard case .exited(let status) = first.ending, first.program == nil, status != 0, mayBeTheirs,
      !first.namesOptions, !Task.isCancelled
    else { return first }
    try? FileAccess.makeFolder(own)
    let second = await compileByDriver(optimization, extra, in: folder, moduleCache: own)
    if second.program != nil || second.hasPlace, FileAccess.status(shared)?.inode == inode {
      FileAccess.remove(shared)
    }
    return second
  }

  /// Returns the driver's arguments for compiling and linking a program.
  func arguments(_ optimization: CompilerOptions.Optimization, moduleCache: String) -> [String] {
    compilerOptions(optimization, moduleCache: moduleCache) + linkerOptions
      + [DriverPlan.source, "-o", DriverPlan.program]
  }

  private func compilerOptions(
    _ optimization: CompilerOptions.Optimization, moduleCache: String
  ) -> [String] {
    CompilerOptions.options(optimization) + [
      "-diagnostic-style=llvm", "-no-color-diagnostics", "-Xfrontend",
      CompilerMessage.namingOption, "-module-cache-path", moduleCache, "-I", engine.folder,
    ]
  }

  private var linkerOptions: [String] {
    // The engine hides the system's modules from blocks, which would take 3 ms each to load them; with them
    // it hides that a square root may be the C library's.
    ["-L", engine.folder, "-lGradbookEngine", "-lm"]
      + (toolchain.hasLLD ? ["-use-ld=lld"] + Self.quickLinking : [])
  }

  /// Runs one tool of the toolchain in the sandbox.
  /// - Parameter writesModules: true for a compiler, which adds what it needs to the cache of modules
  func run(
    _ command: [String], in folder: String, writesModules: Bool = true, timeLimit: Double? = nil
  ) async -> ChildProcess.Outcome {
    let policy = policy(writing: [folder] + (writesModules ? [engine.moduleCache] : []))
    return await ChildProcess(
      executable: command[0], arguments: Array(command.dropFirst()),
      environment: toolchain.environment(temporary: folder + "/temporary"), folder: folder,
      timeLimit: timeLimit ?? self.timeLimit, outputLimit: 1 << 20,
      confinement: sandbox.map { Confinement($0, policy) }
    ).run()
  }

  /// Returns the permissions of a tool that writes into folders.
  func policy(writing folders: [String]) -> SandboxPolicy {
    .compiler(reading: toolchain.folders + [engine.folder], writing: folders)
  }

  // MARK: Without and with the driver

  /// - Returns: nil when the object has a format for which only the driver knows the libraries
  private func compileDirectly(
    _ source: String, _ plan: DriverPlan, _ optimization: CompilerOptions.Optimization,
    _ extra: [String], in folder: String, isOneOfMany: Bool
  ) async -> Outcome? {
    let options = extra.filter { $0 != "-Xfrontend" } + Self.quickCompiling
    let arguments = plan.driverArguments(optimization, options)
    let clock = ContinuousClock.now
    if let resident = await residents?.take(for: self, starting: isOneOfMany),
      let outcome = await compile(source, plan, arguments, with: resident, in: folder)
    {
      return outcome
    }
    let timeLeft = max(timeLimit - clock.secondsSince, 1)
    return await compileByFrontend(plan, options, in: folder, timeLimit: min(timeLimit, timeLeft))
  }

  /// - Returns: nil when there is more to say than that the program is there: the frontend says it
  private func compile(
    _ source: String, _ plan: DriverPlan, _ arguments: [String], with resident: ResidentCompiler,
    in folder: String
  ) async -> Outcome? {
    var answer = await resident.compile(
      source, arguments, to: folder + "/" + DriverPlan.object, timeLimit: timeLimit)
    var namesOptions = false
    if case .done(let messages) = answer {
      let isSilent = messages.allSatisfy(CompilerMessage.namesOfUnused.contains)
      switch isSilent ? entries(in: folder) : nil {
      case .libraries(let entries):
        answer = await resident.linkObject(
          plan.linker(with: entries), to: folder + "/" + DriverPlan.program, timeLimit: timeLimit)
      case .refused: namesOptions = true
      case .otherFormat, nil: answer = .failed
      }
    }
    let hasAnswered = answer != .failed || !resident.hasEnded || Task.isCancelled
    await residents?.give(resident, of: engine, hasAnswered: hasAnswered)
    if namesOptions { return .namingOptions }
    switch answer {
    case .done: return outcome(.init(ending: .exited(0), output: [], errors: []), in: folder)
    case .failed: return nil
    case .timeLimit:
      return outcome(.init(ending: .timeLimit, output: [], errors: []), in: folder)
    }
  }

  /// - Returns: nil when the object has a format for which only the driver knows the libraries
  private func compileByFrontend(
    _ plan: DriverPlan, _ options: [String], in folder: String, timeLimit: Double
  ) async -> Outcome? {
    let hasCompiled = Flag()
    async let early = linkEarly(plan, in: folder, until: hasCompiled)
    let compiled = await run(plan.frontend + options, in: folder, timeLimit: timeLimit)
    hasCompiled.set()
    guard compiled.ending == .exited(0) else { return outcome(compiled, in: folder) }
    var linked: ChildProcess.Outcome
    if let first = await early, first.ending == .exited(0) {
      linked = first
    } else {
      switch await link(plan, in: folder) {
      case .ended(let second): linked = second
      case .refused: return .namingOptions
      case .impossible: return nil
      }
    }
    linked.output = compiled.output + linked.output
    linked.errors = compiled.errors + linked.errors
    return outcome(linked, in: folder)
  }

  /// Links the object when the frontend has written it. The frontend renames the complete object;
  /// after that it takes a while to end, because it has mapped much memory.
  /// - Returns: nil when there is no object until the frontend has ended
  private func linkEarly(_ plan: DriverPlan, in folder: String, until hasCompiled: Flag) async
    -> ChildProcess.Outcome?
  {
    var pause = Self.leastCompiling
    repeat {
      do { try await Task.sleep(for: pause) } catch { return nil }
      if FileAccess.status(folder + "/" + DriverPlan.object) != nil {
        if case .ended(let linked) = await link(plan, in: folder) { return linked }
        return nil
      }
      pause = .milliseconds(2)
    } while !hasCompiled.isSet
    return nil
  }

  /// The result of linking an object.
  private enum Linking {
    /// The linker has ended.
    case ended(ChildProcess.Outcome)
    /// The object has options for the linker.
    case refused
    /// Only the driver knows the object's libraries.
    case impossible
  }

  private func link(_ plan: DriverPlan, in folder: String) async -> Linking {
    switch entries(in: folder) {
    case .libraries(let entries):
      .ended(await run(plan.linker(with: entries), in: folder, writesModules: false))
    case .refused: .refused
    case .otherFormat, nil: .impossible
    }
  }

  /// Reads the libraries of the object in a folder; nil when there is none.
  private func entries(in folder: String) -> AutolinkEntries? {
    (try? FileAccess.read(folder + "/" + DriverPlan.object)).map(AutolinkEntries.init)
  }

  /// Compiles with the driver, and links with it if the object has no options for the linker.
  private func compileByDriver(
    _ optimization: CompilerOptions.Optimization, _ extra: [String], in folder: String,
    moduleCache: String
  ) async -> Outcome {
    FileAccess.remove(folder + "/" + DriverPlan.object)
    let compiled = await run(
      [toolchain.compiler] + extra + compilerOptions(optimization, moduleCache: moduleCache)
        + ["-c", DriverPlan.source, "-o", DriverPlan.object], in: folder)
    guard compiled.ending == .exited(0), let entries = entries(in: folder) else {
      return outcome(compiled, in: folder)
    }
    if entries == .refused { return .namingOptions }
    var linked = await run(
      [toolchain.compiler, DriverPlan.object, "-o", DriverPlan.program] + linkerOptions, in: folder,
      writesModules: false)
    linked.output = compiled.output + linked.output
    linked.errors = compiled.errors + linked.errors
    return outcome(linked, in: folder)
  }

  private func outcome(_ outcome: ChildProcess.Outcome, in folder: String) -> Outcome {
    let written = outcome.output + outcome.errors
    let program = folder + "/" + DriverPlan.program
    let hasProgram =
      outcome.ending == .exited(0) && FileAccess.status(program)?.isExecutable ?? false
    return Outcome(
      program: hasProgram ? program : nil, ending: outcome.ending,
      messages: CompilerMessage.messages(in: written, file: ExperimentProgram.chapterFile),
      // The folder has another name every time.
      text: String(decoding: written, as: UTF8.self).replacing(folder + "/", with: ""))
  }
}

/// Something that is not so at first, and then is.
private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .acquiring) }

  func set() { value.store(true, ordering: .releasing) }
}
