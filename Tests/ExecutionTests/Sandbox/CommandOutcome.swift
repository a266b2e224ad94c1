import Files

@testable import Execution

/// What became of a command, run to its end without any walls of ours.
struct CommandOutcome {
  /// What it wrote, errors included.
  var text = ""
  /// Its status; 128 and the number of the signal when one ended it.
  var status: Int32 = -1

  /// Runs a command.
  init(_ command: [String]) {
    guard let folder = try? TemporaryFolder() else { return }
    status = Self.wait(Self.start(command, writing: folder.path + "/output"))
    text = String(decoding: (try? FileAccess.read(folder.path + "/output")) ?? [], as: UTF8.self)
  }

  /// The layers that the launcher's probe named.
  var missing: [SandboxLayer] {
    status == 0 ? SandboxReport(Array(text.utf8)).missing : SandboxLayer.allCases
  }

  /// Starts a command and does not wait for it.
  static func start(_ command: [String], writing file: String = "/dev/null") -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // The threads of a test may have signals blocked that the command must get.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = -1
    return posix_spawn(&process, command[0], &actions, &attributes, &arguments, environ) == 0
      ? process : -1
  }

  /// Waits for a command that was started.
  @discardableResult
  static func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
