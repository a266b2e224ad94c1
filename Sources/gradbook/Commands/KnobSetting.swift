import ArgumentParser

/// A knob turned on the command line: `learning-rate=0.5`.
struct KnobSetting: ExpressibleByArgument {
  /// The knob's name.
  let name: String
  /// The value as it was written.
  let value: String

  /// Takes a name and a value apart; nil without a `=` between them.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    (name, value) = (String(parts[0]), String(parts[1]))
  }
}
