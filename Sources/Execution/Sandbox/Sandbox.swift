import Files

/// The launcher `gradbook-sandbox`, which runs a program behind walls.
struct Sandbox: Equatable, Sendable {
  /// The path of the launcher.
  var launcher: String
  /// Layers that are left out, as if the system did not have them.
  var without: [SandboxLayer] = []

  /// The launcher beside the running program; nil when the system has no sandbox, or there is none.
  /// `GRADBOOK_SANDBOX_WITHOUT` names layers to leave out, separated by commas, for trying what then
  /// happens.
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

  /// Tries which layers are missing, in a few milliseconds.
  func missingLayers() async -> [SandboxLayer] {
    guard let scratch = try? TemporaryFolder() else { return SandboxLayer.allCases }
    let outcome = await ChildProcess(
      executable: launcher,
      arguments: withoutArguments + ["--scratch", scratch.path, "--probe"],
      folder: scratch.path, timeLimit: 10
    ).run()
    guard outcome.ending == .exited(0) else { return SandboxLayer.allCases }
    let report = SandboxReport(outcome.output)
    return report.failure == nil ? report.missing : SandboxLayer.allCases
  }

  /// The launcher's arguments for running a program.
  /// - Parameters:
  ///   - program: its path and its arguments
  ///   - policy: what it may use
  ///   - interruption: the seconds after which it is asked to end, by SIGABRT; nil for never
  ///   - timeLimit: the longest that it may run, in seconds
  ///   - report: a file that the launcher writes
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
