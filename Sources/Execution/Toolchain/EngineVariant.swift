/// A form of the engine for wider registers than every processor has. It computes the same bits.
///
/// The dynamic linker looks in `glibc-hwcaps` below a library's folder for what the processor can run,
/// and takes that one.
/// - Source: glibc, ld.so(8), section "Hardware capabilities"
struct EngineVariant: Equatable, Sendable {
  /// The name that the linker has for the instruction set.
  var name: String
  /// What the engine's own sources are told.
  var condition: String
  /// What the processor must have, as `/proc/cpuinfo` names it.
  var features: [String]

  /// All forms beside the usual one. Registers of 512 bits gain nothing as long as products are not
  /// contracted with sums.
  static let all = [
    EngineVariant(
      name: "x86-64-v3", condition: "AVX2",
      features: ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"])
  ]

  /// Those that this machine runs.
  static let usable: [EngineVariant] = {
    #if os(Linux) && arch(x86_64)
      guard let bytes = try? FileAccess.read("/proc/cpuinfo") else { return [] }
      return all.filter { $0.runs(onProcessorsIn: String(decoding: bytes, as: UTF8.self)) }
    #else
      return []
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

  /// The folder of its library, below the folder of the usual one.
  var folder: String { "glibc-hwcaps/" + name }

  /// The engine's object file.
  var object: String { "GradientDescent-" + name + ".o" }
}
