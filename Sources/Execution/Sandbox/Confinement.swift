import Files

/// The sandbox around one process.
struct Confinement: Sendable {
  /// The launcher.
  var sandbox: Sandbox
  /// The permissions of the process.
  var policy: SandboxPolicy
  /// The file into which the launcher writes its report.
  let report: String

  /// Makes the sandbox for one process.
  init(_ sandbox: Sandbox, _ policy: SandboxPolicy) {
    self.sandbox = sandbox
    self.policy = policy
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    report = "\(TemporaryFolder.systemFolder)/\(Self.reportPrefix)\(getpid())-\(number)"
  }

  static let reportPrefix = "gradbook-report-"

  /// The first line of a report, which the launcher writes when it makes the file.
  private static let reportMark = Array("gradbook-sandbox report\n".utf8)

  /// Removes abandoned reports from a folder: files of the user that begin like reports, each named
  /// after a process that has ended.
  static func sweepReports(in folder: String) {
    for name in FileAccess.names(in: folder, beginningWith: reportPrefix) ?? []
    where isForEndedProcess(name) {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0, status.st_uid == geteuid(),
        let bytes = try? FileAccess.read(path), bytes.starts(with: reportMark)
      else { continue }
      unlink(path)
    }
  }

  private static func isForEndedProcess(_ name: String) -> Bool {
    guard name.utf8.starts(with: reportPrefix.utf8) else { return false }
    let rest = Substring(name).utf8.dropFirst(reportPrefix.utf8.count)
    guard let process = pid_t(Substring(rest.prefix { $0 != UInt8(ascii: "-") })) else {
      return false
    }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Reads the launcher's report, and removes it.
  func takeReport() -> SandboxReport {
    let bytes = (try? FileAccess.read(report)) ?? []
    unlink(report)
    return SandboxReport(bytes)
  }
}
