/// The walls around one process.
struct Confinement: Sendable {
  /// The launcher.
  var sandbox: Sandbox
  /// What the process may use.
  var policy: SandboxPolicy
  /// The file in which the launcher tells what happened.
  let report: String

  /// Walls for one process.
  init(_ sandbox: Sandbox, _ policy: SandboxPolicy) {
    self.sandbox = sandbox
    self.policy = policy
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    report = "\(TemporaryFolder.systemFolder)/gradbook-report-\(getpid())-\(number)"
  }

  /// Reads the launcher's report, and removes it.
  func takeReport() -> SandboxReport {
    let bytes = (try? FileAccess.read(report)) ?? []
    unlink(report)
    return SandboxReport(bytes)
  }
}
