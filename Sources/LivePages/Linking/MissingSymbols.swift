/// Reads the linker's messages about symbols that there are not in a page.
enum MissingSymbols {
  /// What blocks use that needs such a symbol: the beginning of its name, the use in words, what to write
  /// instead.
  static let uses: [(prefix: String, reason: String, hint: String)] = [
    (
      "_swift_stdlib_strto", "it reads a number from a text with 'Double(…)'",
      "write the numbers themselves, or read them with 'data'"
    ),
    ("swift_task", "it does several things at a time", "do one after the other"),
    ("swift_stdlib_readLine", "it waits for input", "read a knob or a data file"),
    ("__divti3", "it divides integers of 128 bits", "write 'Double', or 'Int64'"),
    ("__udivti3", "it divides integers of 128 bits", "write 'Double', or 'UInt64'"),
    ("__modti3", "it divides integers of 128 bits", "write 'Double', or 'Int64'"),
    ("__umodti3", "it divides integers of 128 bits", "write 'Double', or 'UInt64'"),
  ]

  /// Returns the reasons by the names of the object files, without their suffix.
  static func refusals(in text: String) -> [String: Refusal] {
    var refusals: [String: Refusal] = [:]
    for line in text.split(separator: "\n") {
      guard let start = line.firstRange(of: "error: "),
        let middle = line.firstRange(of: ".o: undefined symbol: "),
        start.upperBound <= middle.lowerBound
      else { continue }
      let path = line[start.upperBound..<middle.lowerBound]
      let name = String(path.split(separator: "/").last ?? path)
      let symbol = line[middle.upperBound...]
      if refusals[name] == nil { refusals[name] = refusal(String(symbol)) }
    }
    return refusals
  }

  private static func refusal(_ symbol: String) -> Refusal {
    if let use = uses.first(where: { symbol.hasPrefix($0.prefix) }) {
      return Refusal(use.reason, hint: use.hint)
    }
    return Refusal("it uses '\(symbol)', which pages have not", hint: "use the engine's functions")
  }
}
