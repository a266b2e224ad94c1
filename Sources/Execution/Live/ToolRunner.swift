import Files

/// Runs the toolchain's programs in the sandbox.
package struct ToolRunner: Sendable {
  /// The result of running a program.
  package struct Outcome: Sendable {
    /// True when it ended with status 0.
    package var isGood: Bool
    /// The way in which it ended, in words.
    package var ending: String
    /// True when it was ended at its time limit.
    package var ranOutOfTime = false
    /// The bytes it wrote to standard output.
    package var output: [UInt8]
    /// The bytes it wrote to standard error.
    package var errors: [UInt8]
  }

  /// The limits of a program.
  package struct Limits: Sendable {
    /// The longest time, in seconds.
    package var seconds: Double
    /// The largest address space, in bytes.
    package var memory: Int

    /// Makes limits.
    package init(seconds: Double, memory: Int) { (self.seconds, self.memory) = (seconds, memory) }
  }

  let toolchain: Toolchain
  let sandbox: Sandbox?

  /// The version of the compiler, which stands for the whole toolchain.
  package var version: String { toolchain.version }

  /// The path of a file of the toolchain, by its path below `usr`.
  package func path(of file: String) -> String { toolchain.home + "/" + file }

  /// Returns true when the toolchain has a program.
  package func has(_ program: String) -> Bool {
    FileAccess.status(path(of: "bin/" + program))?.isExecutable ?? false
  }

  /// Runs a program of the toolchain.
  /// - Parameters:
  ///   - program: its name
  ///   - arguments: its arguments
  ///   - folder: the folder that it runs in, and the only one that it may write
  ///   - readable: what else it may read
  ///   - limits: its limits; the one of memory needs the sandbox
  package func run(
    _ program: String, _ arguments: [String], in folder: String, reading readable: [String] = [],
    limits: Limits
  ) async -> Outcome {
    let temporary = folder + "/temporary"
    do throws(FileError) { try FileAccess.makeFolder(temporary) } catch {
      return Outcome(isGood: false, ending: "\(error)", output: [], errors: [])
    }
    var policy = SandboxPolicy.compiler(
      reading: toolchain.folders + readable, writing: [folder])
    policy.memory = limits.memory
    let outcome = await ChildProcess(
      executable: program == "swiftc" ? toolchain.compiler : path(of: "bin/" + program),
      arguments: arguments, environment: toolchain.environment(temporary: temporary),
      folder: folder, timeLimit: limits.seconds,
      confinement: sandbox.map { Confinement($0, policy) }
    ).run()
    return Outcome(
      isGood: outcome.ending == .exited(0), ending: Self.words(outcome.ending, limits),
      ranOutOfTime: outcome.ending == .timeLimit, output: outcome.output, errors: outcome.errors)
  }

  private static func words(_ ending: ChildProcess.Ending, _ limits: Limits) -> String {
    switch ending {
    case .exited(let status): "ended with status \(status)"
    case .signaled(let signal): "was ended by signal \(signal)"
    case .timeLimit: "did not end within \(CompileLimits.text(limits.seconds)) s"
    case .outputLimit: "wrote without an end"
    case .scratchLimit, .memoryLimit: "needed more memory than it may"
    case .notStarted(let reason): "could not be started: \(reason)"
    }
  }
}
