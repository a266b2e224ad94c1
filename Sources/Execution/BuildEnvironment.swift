import BookModel
import Files

/// The resources that all chapters of one command share: the cache folder, the compiler and the
/// engine. Each is found or built once, when it is first needed.
actor BuildEnvironment {
  /// The results of the look-ups that precede any execution.
  struct Tools: Sendable {
    var cache: CacheFolder
    /// Builds the engine, or finds the one already built.
    var engine: EngineBuild
    /// The engine's key.
    var engineKey: String
    /// The time limits for compiling.
    var limits: CompileLimits
  }

  /// The processors that all chapters share.
  nonisolated let slots = ProcessorSlots()
  /// The compilers that all chapters share.
  nonisolated let residents = ResidentCompilers()
  private let configuration: Executor.Configuration
  private let onEvent: @Sendable (ExecutionEvent) -> Void
  private var tools: Task<Result<Tools, Diagnostic>, Never>?
  private var engine: Task<Result<EngineLibrary, EngineError>, Never>?
  private var hasWarned = false
  private var hasWarnedOfSandbox = false
  private var sandboxCheck: Task<SandboxCheck.Finding, Never>?
  private let sandbox: Sandbox?
  private var driverPlans: DriverPlans?
  private var engineNames: EngineNames?

  /// Makes an environment without looking anything up yet.
  init(
    _ configuration: Executor.Configuration, onEvent: @escaping @Sendable (ExecutionEvent) -> Void
  ) {
    self.configuration = configuration
    self.onEvent = onEvent
    sandbox = configuration.sandbox == .off ? nil : Sandbox.find()
  }

  /// Finds the cache, the compiler and the engine's sources.
  func findTools() async -> Result<Tools, Diagnostic> {
    if let tools { return await tools.value }
    let (configuration, sandbox) = (configuration, sandbox)
    let task = Task { await Self.find(configuration, sandbox) }
    tools = task
    return await task.value
  }

  /// Returns the engine's library, building it if necessary.
  func library(_ build: EngineBuild) async -> Result<EngineLibrary, EngineError> {
    if let engine { return await engine.value }
    let onEvent = onEvent
    let task = Task {
      if let library = build.existing() { return Result<_, EngineError>.success(library) }
      onEvent(ExecutionEvent(step: .buildingEngine))
      let clock = ContinuousClock.now
      let result = await build.build()
      onEvent(ExecutionEvent(step: .builtEngine(seconds: clock.secondsSince)))
      return result
    }
    engine = task
    return await task.value
  }

  /// Returns the plans of the compiler's driver, made once for all chapters.
  func plans(_ build: EngineBuild) -> DriverPlans {
    let plans = driverPlans ?? DriverPlans(notes: build.toolchainNotes)
    driverPlans = plans
    return plans
  }

  /// Returns the compiler for programs that link against a library.
  func compiler(_ build: EngineBuild, _ library: EngineLibrary, _ limits: CompileLimits)
    -> SwiftCompiler
  {
    SwiftCompiler(
      toolchain: build.toolchain, engine: library, sandbox: build.sandbox, plans: plans(build),
      residents: residents, timeLimit: limits.perProgram)
  }

  /// Starts a compiler for the next run, where one is to be kept ready. Nothing is built for that.
  func prepareCompiler() async {
    guard configuration.keepsCompiler, case .success(let tools) = await findTools(),
      let library = tools.engine.existing()
    else { return }
    await residents.prepare(for: compiler(tools.engine, library, tools.limits))
  }

  /// Returns the engine's names, read once for all chapters when the first is asked for.
  func names(_ build: EngineBuild) -> EngineNames {
    let names = engineNames ?? EngineNames(build.sources)
    engineNames = names
    return names
  }

  /// Starts to check the sandbox.
  func startSandboxCheck() {
    if sandboxCheck != nil { return }
    sandboxCheck = Task { [configuration, sandbox] in
      await SandboxCheck.find(configuration.sandbox, sandbox: sandbox)
    }
  }

  /// Checks the sandbox; when a whole sandbox is required, waits for the result.
  /// - Returns: the error that keeps everything from running; nil when experiments can run
  func sandboxError() async -> Diagnostic? {
    startSandboxCheck()
    guard configuration.sandbox == .required else { return nil }
    return await sandboxCheck?.value.diagnostic
  }

  /// Returns the warning about the sandbox, if there is one; only the first time.
  func sandboxWarning() async -> Diagnostic? {
    guard let diagnostic = await sandboxCheck?.value.diagnostic, !hasWarnedOfSandbox else {
      return nil
    }
    hasWarnedOfSandbox = true
    return diagnostic
  }

  /// Returns true the first time it is called, so that a problem of the cache is reported only
  /// once.
  func mayWarn() -> Bool {
    defer { hasWarned = true }
    return !hasWarned
  }

  private static func find(
    _ configuration: Executor.Configuration, _ sandbox: Sandbox?
  ) async -> Result<Tools, Diagnostic> {
    let limits: CompileLimits
    do throws(Diagnostic) {
      limits = try CompileLimits(ProcessEnvironment[CompileLimits.variable])
    } catch {
      return .failure(error)
    }
    let cache: CacheFolder
    do throws(FileError) {
      cache = try CacheFolder(configuration.cacheFolder)
    } catch {
      return .failure(Diagnostic(at: nil, "\(error)"))
    }
    let package = configuration.package ?? EngineSources.findPackage()
    guard let package, let sources = EngineSources(package: package, notes: cache.toolchains)
    else {
      return .failure(EngineError.sourcesMissing.diagnostic)
    }
    let compiler = configuration.compiler ?? ProcessEnvironment["GRADBOOK_SWIFTC"]
    switch await Toolchain.find(named: compiler, notes: cache.toolchains, sandbox: sandbox) {
    case .failure(let error): return .failure(error.diagnostic)
    case .success(let toolchain):
      let build = EngineBuild(
        toolchain: toolchain, sources: sources, engines: cache.engines,
        toolchainNotes: cache.toolchains, sandbox: sandbox)
      return .success(Tools(cache: cache, engine: build, engineKey: build.key, limits: limits))
    }
  }
}
