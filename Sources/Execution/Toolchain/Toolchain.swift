import Digests
import Files

/// The reason why there is no usable Swift compiler.
enum ToolchainError: Error, Equatable, Sendable {
  /// There is none on `PATH`, or at the path `named`.
  case missing(named: String?)
  /// There is one, but it does not report its version.
  case unusable(path: String, reason: String)
}

/// A Swift compiler with its version and its folders.
struct Toolchain: Equatable, Sendable {
  /// The path of `swiftc` as it is called.
  var compiler: String
  /// The output of `swiftc --version`.
  var version: String
  /// True when the toolchain includes the linker lld, which is faster than the default one.
  var hasLLD: Bool
  /// The folder that contains the toolchain's `bin` and `lib`.
  var home: String

  /// The path of the compiler as a library; nil when the toolchain has none.
  var compilerLibrary: String? {
    let path = home + "/lib/libsourcekitdInProc.so"
    return FileAccess.status(path) == nil ? nil : path
  }

  /// The folders that the compiler reads: the toolchain, and those of a toolchain manager.
  var folders: [String] { Self.folders(compiler, home) }

  /// The folders that compiled programs read: the runtime's libraries and the backtrace tool.
  var runtimeFolders: [String] {
    [home + "/lib/swift", home + "/libexec"] + Self.choosersFolders
  }

  /// Finds the compiler: the one at `named`, else `swiftc` on `PATH`.
  ///
  /// Asking for the version takes as long as a small compilation, so the answer is cached under the
  /// compiler's path, size, inode and time of change.
  /// - Parameters:
  ///   - named: the path in `GRADBOOK_SWIFTC`, if any
  ///   - notes: the folder for cached answers
  ///   - sandbox: the launcher of the sandbox, if any
  ///   - timeLimit: the longest time for the compiler's answer, in seconds
  static func find(
    named: String?, notes: String, sandbox: Sandbox? = nil, timeLimit: Double = 20
  ) async -> Result<Toolchain, ToolchainError> {
    guard let compiler = path(named: named), let resolved = FileAccess.resolved(compiler),
      let status = FileAccess.status(resolved)
    else { return .failure(.missing(named: named)) }
    var identity = SHA256()
    identity.update(compiler)
    identity.update(resolved)
    identity.update(UInt64(bitPattern: status.size))
    identity.update(status.inode)
    identity.update(UInt64(bitPattern: status.modified))
    let note = notes + "/" + identity.hexadecimal()
    if let version = version(notedIn: note) {
      return .success(Toolchain(compiler, resolved, version))
    }
    guard let work = try? TemporaryFolder() else {
      return .failure(.unusable(path: compiler, reason: "there is no temporary folder"))
    }
    let readable = folders(compiler, home(of: resolved))
    let confinement = sandbox.map {
      Confinement($0, .compiler(reading: readable, writing: [work.path]))
    }
    return await askVersion(
      compiler, in: work.path, confinement, timeLimit: timeLimit
    ).map { version in
      try? FileAccess.writeAtomically(checked(version, as: note), to: note)
      return Toolchain(compiler, resolved, version)
    }
  }

  /// Returns a version as cached at a path: its checksum, then the version itself.
  private static func checked(_ version: String, as note: String) -> [UInt8] {
    Array("\(String(Checksum.of(Array(version.utf8), as: note), radix: 16))\n\(version)".utf8)
  }

  /// Returns the cached version; nil when there is none, or it is damaged.
  private static func version(notedIn note: String) -> String? {
    guard let bytes = try? FileAccess.read(note),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let version = String(decoding: bytes[(end + 1)...], as: UTF8.self)
    return checked(version, as: note) == bytes ? version : nil
  }

  /// Returns the compiler's environment, with the toolchain on `PATH` and a folder for temporary
  /// files.
  func environment(temporary: String) -> [String: String] {
    Self.environment(compiler, temporary: temporary)
  }

  private static func folders(_ compiler: String, _ home: String) -> [String] {
    [home, FileAccess.parent(of: compiler) ?? home] + choosersFolders
  }

  private static var choosersFolders: [String] {
    if let folder = ProcessEnvironment["SWIFTLY_HOME_DIR"] { return [folder] }
    return ProcessEnvironment["HOME"].map { [$0 + "/.local/share/swiftly"] } ?? []
  }

  private static func home(of resolved: String) -> String {
    FileAccess.parent(of: resolved).flatMap(FileAccess.parent) ?? "/usr"
  }

  private init(_ compiler: String, _ resolved: String, _ version: String) {
    self.compiler = compiler
    self.version = version
    home = Self.home(of: resolved)
    hasLLD = FileAccess.status((FileAccess.parent(of: resolved) ?? "") + "/ld.lld") != nil
  }

  private static func path(named: String?) -> String? {
    if let named {
      return FileAccess.status(named)?.isExecutable ?? false ? FileAccess.absolute(named) : nil
    }
    for folder in (ProcessEnvironment["PATH"] ?? "").utf8.split(separator: UInt8(ascii: ":")) {
      let path = String(Substring(folder)) + "/swiftc"
      if FileAccess.status(path)?.isExecutable ?? false { return FileAccess.absolute(path) }
    }
    return nil
  }

  private static func askVersion(
    _ compiler: String, in work: String, _ confinement: Confinement?, timeLimit: Double
  ) async -> Result<String, ToolchainError> {
    let outcome = await ChildProcess(
      executable: compiler, arguments: ["--version"],
      environment: environment(compiler, temporary: work), folder: work, timeLimit: timeLimit,
      outputLimit: 1 << 16, confinement: confinement
    ).run()
    let reason: String
    switch outcome.ending {
    case .exited(0) where !outcome.output.isEmpty:
      return .success(String(decoding: outcome.output + outcome.errors, as: UTF8.self))
    case .exited(let status): reason = "'--version' ended with status \(status)"
    case .signaled(let signal): reason = "'--version' was ended by signal \(signal)"
    case .timeLimit: reason = "no answer to '--version' within \(Int(timeLimit)) s"
    case .outputLimit, .scratchLimit, .memoryLimit: reason = "no end of its answer to '--version'"
    case .notStarted(let problem): reason = problem
    }
    return .failure(.unusable(path: compiler, reason: reason))
  }

  private static func environment(_ compiler: String, temporary: String) -> [String: String] {
    var environment = ["TMPDIR": temporary, "LC_ALL": "C.UTF-8"]
    environment["GLIBC_TUNABLES"] = memoryTunables
    environment["PATH"] =
      (FileAccess.parent(of: compiler) ?? ".") + ":"
      + (ProcessEnvironment["PATH"] ?? "/usr/bin:/bin")
    // Compilers behind a toolchain manager find themselves by these.
    for name in ["HOME", "DEVELOPER_DIR", "SDKROOT", "TOOLCHAINS", "SWIFTLY_HOME_DIR"] {
      environment[name] = ProcessEnvironment[name]
    }
    return environment
  }

  /// Compiling a small program allocates some 20 MB, and with large pages it takes 7% less time: the
  /// system has half as many pages to provide.
  ///
  /// Source: The GNU C Library manual, "Memory Allocation Tunables"
  private static let memoryTunables =
    "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=\(8 << 20)"
}
