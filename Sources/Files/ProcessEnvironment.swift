/// The environment variables of the running program.
public enum ProcessEnvironment {
  /// The value of a variable; nil when it is not set or empty.
  public static subscript(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
