/// How the programs of blocks are compiled: every option that can change what a program does. The same
/// values go to the compiler and into the keys of what is remembered.
enum CompilerOptions {
  /// Whether the compiler optimizes. The outputs are the same either way, to the byte.
  enum Optimization: String, CaseIterable, Sendable {
    /// Compiled in a third of the time; a trap says why and where it happened.
    case none = "-Onone"
    /// For blocks with long loops of their own.
    case speed = "-O"

    /// The other one.
    var other: Optimization { self == .none ? .speed : .none }

    fileprivate var options: [String] {
      switch self {
      case .none: [rawValue, "-gline-tables-only"]
      // Assertions and the standard library's checks hold in both alike.
      case .speed: [rawValue, "-assert-config", "Debug"]
      }
    }
  }

  /// The options for a program.
  static func options(_ optimization: Optimization) -> [String] {
    // Language mode 5: local functions share the variables around them.
    optimization.options + ["-swift-version", "5", "-module-name", "chapter"]
  }

  /// What the compiler is told besides of a program that has only one thread.
  static let singleThreaded = ThreadUse.singleThreaded

  /// All options that there are, for telling what is remembered apart.
  static let all = Optimization.allCases.flatMap(options) + singleThreaded
}
