import Files

/// More instructions than every processor of its kind has, for which the engine can be compiled. It
/// computes the same bits with them.
struct InstructionSet: Equatable, Sendable {
  /// The name that the compiler knows it by.
  var name: String
  /// What the engine's own sources are told.
  var condition: String
  /// What the processor must have, as `/proc/cpuinfo` names it.
  var features: [String]

  /// All that are of use, the widest first. Registers of 512 bits gain nothing as long as products are
  /// not contracted with sums.
  static let all = [
    InstructionSet(
      name: "x86-64-v3", condition: "AVX2",
      features: ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"])
  ]

  /// The widest one that this machine has; nil when it has none of them.
  static let ofThisMachine: InstructionSet? = {
    #if os(Linux) && arch(x86_64)
      guard let bytes = try? FileAccess.read("/proc/cpuinfo") else { return nil }
      let processors = String(decoding: bytes, as: UTF8.self)
      return all.first { $0.runs(onProcessorsIn: processors) }
    #else
      return nil
    #endif
  }()

  /// Whether every processor of a machine has the features.
  /// - Parameter text: what `/proc/cpuinfo` says of them
  func runs(onProcessorsIn text: String) -> Bool {
    let flags = text.split(separator: "\n").filter { $0.hasPrefix("flags") }
    return !flags.isEmpty
      && flags.allSatisfy { line in
        let words = Set(line.split(whereSeparator: { " \t:".contains($0) }))
        return features.allSatisfy { words.contains(Substring($0)) }
      }
  }

  /// The compiler's options for it.
  var options: [String] { ["-Xcc", "-march=" + name, "-D", condition] }
}
