import BookModel
import Numerals
import Synchronization

/// How long compiling may take.
struct CompileLimits: Sendable {
  /// The longest that one program may take, in seconds.
  let perProgram: Double
  /// The longest that all programs of a chapter may take together, in seconds.
  var perChapter: Double { 10 * perProgram }

  /// The limits unless the environment says otherwise.
  static let usual = CompileLimits(perProgram: 60)

  /// The variable that says how long one program may take.
  static let variable = "GRADBOOK_COMPILE_LIMIT"
  private static let range = 0.1...3600

  /// Limits of a given time for one program.
  init(perProgram: Double) { self.perProgram = perProgram }

  /// The limits that the variable's value says.
  /// - Parameter value: the value; nil when the variable is not set
  /// - Throws: what is wrong with the value
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

  /// Seconds in words.
  static func text(_ seconds: Double) -> String { NumberFormat.shortest.text(seconds) }
}

/// The time that is left for compiling the programs of one chapter.
final class CompileBudget: Sendable {
  /// The limits that hold.
  let limits: CompileLimits
  private let spent = Mutex(0.0)

  /// A budget of which nothing is spent.
  init(_ limits: CompileLimits) { self.limits = limits }

  /// Whether there is any time left.
  var isLeft: Bool { spent.withLock { $0 < limits.perChapter } }

  /// Notes that a compilation took so many seconds.
  func spend(_ seconds: Double) { spent.withLock { $0 += seconds } }
}
