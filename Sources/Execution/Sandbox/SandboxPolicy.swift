import BookModel

/// The permissions and limits of a program in the sandbox.
struct SandboxPolicy: Equatable, Sendable {
  /// Files and folders that it may read and execute. Missing ones are ignored.
  var readable: [String]
  /// Folders in which it may write.
  var writable: [String] = []
  /// An empty folder as the root of a program that gets its own file system, with a scratch folder
  /// in memory that vanishes with the program.
  var scratch: String?
  /// The library that the program is linked with.
  var library: String?
  /// The data files that the program may read, in the order in which it declares them.
  var data: [String] = []
  /// The size of the scratch folder, in bytes.
  var scratchSize = 64 << 20
  /// The largest address space of each process, in bytes.
  var memory: Int
  /// The largest memory of all of its processes together, in bytes.
  var memoryTogether = 768 << 20
  /// The largest file that it may write, in bytes.
  var fileSize: Int
  /// The largest number of simultaneous processes and threads.
  var processes: Int

  /// Returns the policy for an experiment's program.
  static func experiment(
    reading readable: [String], library: String?, scratch: String, data: [DeclaredFile] = []
  ) -> SandboxPolicy {
    let files = data.compactMap(\.content)
    // A cell of two bytes becomes a number of eight, and then an element of an array.
    let memoryForData = 8 * files.reduce(0) { $0 + $1.size }
    return SandboxPolicy(
      readable: systemLibraries + readable, scratch: scratch, library: library,
      data: files.map(\.path), memory: (512 << 20) + memoryForData,
      memoryTogether: (768 << 20) + memoryForData, fileSize: 16 << 20, processes: 64)
  }

  /// Returns the policy for a compiler with its linker.
  static func compiler(reading readable: [String], writing writable: [String]) -> SandboxPolicy {
    SandboxPolicy(
      readable: systemLibraries + ["/usr", "/bin"] + readable, writable: writable,
      memory: 8 << 30, fileSize: 1 << 30, processes: 256)
  }

  private static let systemLibraries = [
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache",
  ]

  /// The launcher's options for this policy.
  var arguments: [String] {
    var arguments: [String] = []
    for path in readable { arguments += ["--read", path] }
    for path in writable { arguments += ["--write", path] }
    if let scratch {
      arguments += ["--scratch", scratch, "--scratch-size", String(scratchSize)]
      arguments += ["--memory-together", String(memoryTogether)]
    }
    for path in data { arguments += ["--data", path] }
    if let library { arguments += ["--library", library] }
    arguments += ["--memory", String(memory), "--file-size", String(fileSize)]
    return arguments + ["--processes", String(processes)]
  }
}
