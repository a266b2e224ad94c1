/// The options for compiling blocks: all those that can change what a program does. The same values
/// are passed to the compiler and included in the cache keys.
enum CompilerOptions {
  /// The compiler's optimization. The outputs are the same for both, to the byte.
  enum Optimization: String, CaseIterable, Sendable {
    /// Compiles in a third of the time; a trap reports its reason and its position.
    case none = "-Onone"
    /// For blocks with long loops of their own.
    case speed = "-O"

    var other: Optimization { self == .none ? .speed : .none }

    fileprivate var options: [String] {
      switch self {
      case .none: [rawValue, "-gline-tables-only"]
      // Assertions and the standard library's checks are enabled with both.
      case .speed: [rawValue, "-assert-config", "Debug"]
      }
    }
  }

  /// Returns the options for a program.
  static func options(_ optimization: Optimization) -> [String] {
    // Language mode 5: local functions share the variables around them. The whole module is one file;
    // to say so keeps its functions to itself.
    optimization.options + ["-wmo", "-swift-version", "5", "-module-name", module]
  }

  /// The name of each program's module.
  static let module = "chapter"

  /// The additional options for a program with only one thread.
  static let singleThreaded = ThreadUse.singleThreaded

  /// All options, for the cache keys.
  static let all = Optimization.allCases.flatMap(options) + singleThreaded
}
