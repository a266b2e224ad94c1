/// One of the walls around a program. Each can be missing without the others. The raw values are the
/// launcher's words.
enum SandboxLayer: String, CaseIterable, Sendable {
  /// It sees no process but its own, and leaves none behind.
  case processes
  /// It has no network.
  case network
  /// Everything but its own folder is read-only, and that folder has a bound.
  case mounts
  /// It can open no file but those that it needs.
  case landlock
  /// It is refused the system calls that it has no use for.
  case seccomp
  /// The number of its processes and threads has a bound.
  case processLimit = "process-limit"

  /// What the layer is called in a message.
  var name: String {
    switch self {
    case .processes: "process namespace"
    case .network: "network namespace"
    case .mounts: "mount namespace"
    case .landlock: "Landlock"
    case .seccomp: "seccomp"
    case .processLimit: "limit of processes"
    }
  }

  /// What a program could do without the layer, after "a block could".
  var openDoor: String {
    switch self {
    case .processes: "see other processes and leave some running"
    case .network: "reach the network past a fault of the other layers"
    case .mounts: "change the modes of your files and fill the disk"
    case .landlock: "read every file that you can read"
    case .seccomp: "open sockets of this machine and reach more of the kernel"
    case .processLimit: "start processes until the system has no more"
    }
  }
}
