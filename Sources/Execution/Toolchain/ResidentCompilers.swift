import Files

/// The resident compilers, each of which compiles one program at a time.
actor ResidentCompilers {
  private struct Idle {
    var resident: ResidentCompiler
    /// The key of the engine that its programs link against.
    var engineKey: String
    var since = ContinuousClock.now
  }

  private var idle: [Idle] = []
  /// Those whose processes have not ended yet.
  private var running: [ObjectIdentifier: ResidentCompiler] = [:]
  private var hasEnded = false
  /// The number of processes that ended without an answer, one after the other.
  private var failures = 0

  /// After so many failures none is started any more: the frontend does the same.
  private static let mostFailures = 3
  /// A compiler that was idle for so long ends: it holds 150 MB of memory.
  private let longestIdleness: Duration
  private let program: String?

  /// Makes a pool without compilers.
  /// - Parameters:
  ///   - program: the path of `gradbook-compiler`; nil when there is none
  ///   - longestIdleness: the time after which an idle compiler ends
  init(
    program: String? = ResidentCompilers.programBesideThisOne,
    longestIdleness: Duration = .seconds(600)
  ) {
    (self.program, self.longestIdleness) = (program, longestIdleness)
  }

  /// True when no compiler is idle.
  var isEmpty: Bool { idle.isEmpty }

  /// Returns a compiler that nobody else uses until it is given back.
  /// - Parameter starting: true to start one when none is idle
  /// - Returns: nil when there is none
  func take(for compiler: SwiftCompiler, starting: Bool) -> ResidentCompiler? {
    endIdle { $0.resident.hasEnded || $0.engineKey != compiler.engine.key }
    if let next = idle.popLast() { return next.resident }
    return starting ? start(for: compiler) : nil
  }

  /// Starts a compiler, so that the next program finds one.
  func prepare(for compiler: SwiftCompiler) {
    guard let resident = take(for: compiler, starting: true) else { return }
    wait(resident, of: compiler.engine)
  }

  private func start(for compiler: SwiftCompiler) -> ResidentCompiler? {
    guard !hasEnded, failures < Self.mostFailures,
      let library = compiler.toolchain.compilerLibrary, let program,
      let resident = try? ResidentCompiler(program, library: library, for: compiler)
    else { return nil }
    let name = ObjectIdentifier(resident)
    running[name] = resident
    Task { [weak self, process = resident.process] in
      await process.value
      await self?.forget(name)
    }
    return resident
  }

  private func forget(_ name: ObjectIdentifier) { running[name] = nil }

  /// Ends all compilers, those in use too, and waits for their ends. None is started afterwards.
  func end() async {
    hasEnded = true
    idle = []
    for resident in running.values { resident.end() }
    for resident in running.values { await resident.process.value }
  }

  /// Takes back a compiler.
  /// - Parameter hasAnswered: false when it ended without an answer
  func give(_ resident: ResidentCompiler, of engine: EngineLibrary, hasAnswered: Bool) {
    failures = hasAnswered ? 0 : failures + 1
    if !resident.hasEnded { wait(resident, of: engine) }
  }

  private func wait(_ resident: ResidentCompiler, of engine: EngineLibrary) {
    idle.append(Idle(resident: resident, engineKey: engine.key))
    Task { [weak self, longestIdleness] in
      try? await Task.sleep(for: longestIdleness)
      await self?.endIdle { $0.since.duration(to: .now) >= longestIdleness }
    }
  }

  /// Ends the idle compilers of which something holds.
  private func endIdle(where condition: @Sendable (Idle) -> Bool) {
    for next in idle where condition(next) { next.resident.end() }
    idle.removeAll(where: condition)
  }

  /// The path of `gradbook-compiler` beside the running program; nil when it is not there.
  static let programBesideThisOne: String? = {
    guard let folder = FileAccess.runningProgram.flatMap(FileAccess.parent) else { return nil }
    let program = folder + "/gradbook-compiler"
    return FileAccess.status(program)?.isExecutable ?? false ? program : nil
  }()
}
