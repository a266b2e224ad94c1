/// What a program in the sandbox may use.
struct SandboxPolicy: Equatable, Sendable {
  /// Files and folders that it may read and execute. Those that are not there do not matter.
  var readable: [String]
  /// Folders in which it may do as it likes.
  var writable: [String] = []
  /// An empty folder for a program that gets a root of its own, with a scratch folder in memory that
  /// goes with the program.
  var scratch: String?
  /// A library that the program is linked with.
  var library: String?
  /// The most that the scratch folder holds, in bytes.
  var scratchSize = 64 << 20
  /// The most address space that each process gets, in bytes.
  var memory: Int
  /// The most memory that all of its processes together may have, in bytes.
  var memoryTogether = 768 << 20
  /// The largest file that it may write, in bytes.
  var fileSize: Int
  /// The most processes and threads that it may have at once.
  var processes: Int

  /// For an experiment's program.
  static func experiment(
    reading readable: [String], library: String?, scratch: String
  ) -> SandboxPolicy {
    SandboxPolicy(
      readable: systemLibraries + readable, scratch: scratch, library: library,
      memory: 512 << 20, fileSize: 16 << 20, processes: 64)
  }

  /// For a compiler with its linker.
  static func compiler(reading readable: [String], writing writable: [String]) -> SandboxPolicy {
    SandboxPolicy(
      readable: systemLibraries + ["/usr", "/bin"] + readable, writable: writable,
      memory: 8 << 30, fileSize: 1 << 30, processes: 256)
  }

  private static let systemLibraries = [
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache",
  ]

  /// The launcher's options for this.
  var arguments: [String] {
    var arguments: [String] = []
    for path in readable { arguments += ["--read", path] }
    for path in writable { arguments += ["--write", path] }
    if let scratch {
      arguments += ["--scratch", scratch, "--scratch-size", String(scratchSize)]
      arguments += ["--memory-together", String(memoryTogether)]
    }
    if let library { arguments += ["--library", library] }
    arguments += ["--memory", String(memory), "--file-size", String(fileSize)]
    return arguments + ["--processes", String(processes)]
  }
}
