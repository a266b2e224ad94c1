import Files

/// The launcher `gradbook-sandbox`, which runs a program in a sandbox.
struct Sandbox: Equatable, Sendable {
  /// The path of the launcher.
  var launcher: String
  /// Layers to leave out, as if the system did not have them.
  var without: [SandboxLayer] = []

  /// Returns the launcher beside the running program, or nil when the system has no sandbox, or
  /// there is no launcher. `GRADBOOK_SANDBOX_WITHOUT` names layers to leave out, separated by
  /// commas, for testing.
  static func find() -> Sandbox? {
    #if os(Linux)
      guard let folder = FileAccess.runningProgram.flatMap(FileAccess.parent) else { return nil }
      let launcher = folder + "/gradbook-sandbox"
      guard FileAccess.status(launcher)?.isExecutable ?? false else { return nil }
      let names = ProcessEnvironment["GRADBOOK_SANDBOX_WITHOUT"] ?? ""
      return Sandbox(
        launcher: launcher,
        without: names.utf8.split(separator: UInt8(ascii: ",")).compactMap {
          SandboxLayer(rawValue: String(Substring($0)))
        })
    #else
      return nil
    #endif
  }

  /// Finds the missing layers by trying each one, which takes a few milliseconds.
  /// - Throws: when there is no folder to try them in
  func missingLayers() async throws(FileError) -> [SandboxLayer] {
    let scratch = try TemporaryFolder()
    let outcome = await ChildProcess(
      executable: launcher,
      arguments: withoutArguments + ["--scratch", scratch.path, "--probe"],
      folder: scratch.path, timeLimit: 10
    ).run()
    let report = SandboxReport(outcome.output)
    if outcome.ending == .exited(0), report.failure == nil { return report.missing }
    // On a full disk the launcher fails for that reason alone.
    try FileAccess.writeAtomically(
      [UInt8](repeating: 0, count: 1 << 12), to: scratch.path + "/written")
    return SandboxLayer.allCases
  }

  /// Returns the launcher's arguments for running a program.
  /// - Parameters:
  ///   - program: its path and its arguments
  ///   - policy: its permissions
  ///   - interruption: the seconds after which it receives SIGABRT; nil for never
  ///   - timeLimit: the longest time that it may run, in seconds
  ///   - report: the path of the report that the launcher writes
  func arguments(
    running program: [String], under policy: SandboxPolicy, interruption: Double? = nil,
    timeLimit: Double, report: String
  ) -> [String] {
    withoutArguments + policy.arguments
      + (interruption.map { ["--interrupt", String($0)] } ?? [])
      + ["--wall", String(timeLimit), "--parent", String(getpid()), "--report", report, "--"]
      + program
  }

  private var withoutArguments: [String] { without.flatMap { ["--without", $0.rawValue] } }
}
