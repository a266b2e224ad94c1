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
    idle.removeAll { $0.resident.hasEnded || $0.engineKey != compiler.engine.key }
    if let next = idle.popLast() { return next.resident }
    return starting ? start(for: compiler) : nil
  }

  /// Starts a compiler, so that the next program finds one.
  func prepare(for compiler: SwiftCompiler) {
    guard let resident = take(for: compiler, starting: true) else { return }
    wait(resident, of: compiler.engine)
  }

  private func start(for compiler: SwiftCompiler) -> ResidentCompiler? {
    guard failures < Self.mostFailures, let library = compiler.toolchain.compilerLibrary,
      let program
    else { return nil }
    return try? ResidentCompiler(program, library: library, for: compiler)
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
      await self?.endIdle()
    }
  }

  private func endIdle() {
    idle.removeAll { $0.since.duration(to: .now) >= longestIdleness }
  }

  /// The path of `gradbook-compiler` beside the running program; nil when it is not there.
  static let programBesideThisOne: String? = {
    guard let folder = FileAccess.runningProgram.flatMap(FileAccess.parent) else { return nil }
    let program = folder + "/gradbook-compiler"
    return FileAccess.status(program)?.isExecutable ?? false ? program : nil
  }()
}
