/// Whether compilers and experiments run in a sandbox.
public enum SandboxUse: Equatable, Sendable {
  /// With all the layers that the system has; a warning names the others.
  case whereAvailable
  /// With all layers, or not at all.
  case required
  /// Without any; a warning says so.
  case off
}
