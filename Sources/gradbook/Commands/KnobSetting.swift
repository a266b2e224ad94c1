import ArgumentParser

/// A knob's value from the command line: `learning-rate=0.5`.
struct KnobSetting: ExpressibleByArgument {
  /// The knob's name.
  let name: String
  /// The value as written.
  let value: String

  /// Parses a name and a value; nil without a `=` between them.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    (name, value) = (String(parts[0]), String(parts[1]))
  }
}
