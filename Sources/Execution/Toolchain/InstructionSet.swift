import Files

/// An extension of the baseline instruction set, for which the engine can be compiled. It computes
/// the same bits.
struct InstructionSet: Equatable, Sendable {
  /// The compiler's name for it.
  var name: String
  /// The compilation condition for the engine's sources.
  var condition: String
  /// The required features of the processor, as named in `/proc/cpuinfo`.
  var features: [String]

  /// All useful extensions, the widest first. Registers of 512 bits hold sixteen numbers of an elementary
  /// function; matrix products gain nothing by them as long as multiplications and additions are not
  /// contracted.
  static let all = [
    InstructionSet(
      name: "x86-64-v4", condition: "AVX2",
      features: level3 + ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]),
    InstructionSet(name: "x86-64-v3", condition: "AVX2", features: level3),
  ]

  private static let level3 = [
    "avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave",
  ]

  /// The widest extension of this machine; nil when it has none.
  static let ofThisMachine: InstructionSet? = {
    #if os(Linux) && arch(x86_64)
      guard let bytes = try? FileAccess.read("/proc/cpuinfo") else { return nil }
      let processors = String(decoding: bytes, as: UTF8.self)
      return all.first { $0.runs(onProcessorsIn: processors) }
    #else
      return nil
    #endif
  }()

  /// Returns true when every processor of a machine has the features.
  /// - Parameter text: the contents of `/proc/cpuinfo`
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
