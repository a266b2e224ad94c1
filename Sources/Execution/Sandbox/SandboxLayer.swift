/// A protection around a program. Each can be missing without the others. The raw values are the
/// launcher's names.
enum SandboxLayer: String, CaseIterable, Sendable {
  /// The program sees only its own processes, and leaves none behind.
  case processes
  /// It has no network.
  case network
  /// Everything but its own folder is read-only, and that folder has a limited size.
  case mounts
  /// It can open only the files that it needs.
  case landlock
  /// System calls that it does not need are refused.
  case seccomp
  /// The number of its processes and threads is limited.
  case processLimit = "process-limit"

  /// The layer's name in messages.
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

  /// The danger without the layer, as the end of a sentence after "a block could".
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
