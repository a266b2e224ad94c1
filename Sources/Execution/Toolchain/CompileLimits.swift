import BookModel
import Numerals
import Synchronization

/// The time limits for compiling.
struct CompileLimits: Sendable {
  /// The limit for one program, in seconds.
  let perProgram: Double
  /// The limit for all programs of a chapter together, in seconds.
  var perChapter: Double { 10 * perProgram }

  /// The default limits.
  static let usual = CompileLimits(perProgram: 60)

  /// The environment variable that sets the limit for one program.
  static let variable = "GRADBOOK_COMPILE_LIMIT"
  private static let range = 0.1...3600

  /// Makes limits from the one for a single program.
  init(perProgram: Double) { self.perProgram = perProgram }

  /// Makes limits from the variable's value.
  /// - Parameter value: the value; nil when the variable is not set
  /// - Throws: a diagnostic for an invalid value
  init(_ value: String?) throws(Diagnostic) {
    guard let value else {
      self = .usual
      return
    }
    guard let seconds = Double(value), Self.range.contains(seconds) else {
      let (low, high) = (Self.text(Self.range.lowerBound), Self.text(Self.range.upperBound))
      throw Diagnostic(
        at: nil, "found \(Self.variable)=\(value), expected seconds from \(low) to \(high)",
        hint: "write for example \(Self.variable)=\(Self.text(Self.usual.perProgram)), or unset it")
    }
    perProgram = seconds
  }

  /// Returns a number of seconds as text.
  static func text(_ seconds: Double) -> String { NumberFormat.shortest.text(seconds) }
}

/// The time left for compiling the programs of one chapter.
final class CompileBudget: Sendable {
  let limits: CompileLimits
  private let spent = Mutex(0.0)

  /// Makes an unspent budget.
  init(_ limits: CompileLimits) { self.limits = limits }

  /// True while there is time left.
  var isLeft: Bool { spent.withLock { $0 < limits.perChapter } }

  /// Subtracts the seconds of a compilation.
  func spend(_ seconds: Double) { spent.withLock { $0 += seconds } }
}
