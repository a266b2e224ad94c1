/// The use of a sandbox for compilers and experiments.
public enum SandboxUse: Equatable, Sendable {
  /// With all available layers; a warning names the missing ones.
  case whereAvailable
  /// Only with all layers; a missing one is an error.
  case required
  /// Without a sandbox; a warning says so.
  case off
}
