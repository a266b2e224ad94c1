import BookModel
import Transcript

/// The reason why an experiment that compiled did not end well.
enum ExperimentFailure: Equatable, Sendable {
  /// Swift stopped it; the reason is Swift's own, if it is known.
  case trap(reason: TrapReason?)
  /// The engine stopped it, with a message.
  case fault(String)
  /// Its recursion was too deep, or it accessed memory that it does not own.
  case badMemory
  /// It ran longer than it may, in seconds.
  case timeLimit(Double)
  /// It wrote more than it may, in bytes.
  case outputLimit(Int)
  /// The notebook stopped it at a limit for pages.
  case stoppedAtLimit(OutputExcess)
  /// It ended well, but exceeded a limit for pages, bypassing the notebook.
  case beyondLimit(OutputExcess)
  /// It needed more memory than it may, in bytes.
  case memoryLimit(Int)
  /// It wrote a file that is larger than it may be, in bytes.
  case fileLimit(Int)
  /// It wrote more files than fit into its folder, whose size is in bytes.
  case scratchLimit(Int)
  /// It ended with a status other than 0.
  case exit(Int32)
  /// It was ended by a signal.
  case signal(Int32)
  /// It ended well, but wrote a record that cannot be read.
  case damagedOutput(String)
  /// It ended well, but without a record that the experiment began.
  case notBegun
  /// It ended well, but before its last line.
  case endedEarly
  /// It could not be started.
  case notStarted(String)

  /// True when Swift, the engine or the processor stopped it, at a position that an unoptimized
  /// program can report.
  var isTrap: Bool {
    switch self {
    case .trap, .fault, .badMemory, .memoryLimit, .stoppedAtLimit: true
    default: false
    }
  }

  /// True when it exceeded its memory or time, which an optimized program might not.
  var isOfResources: Bool {
    switch self {
    case .badMemory, .memoryLimit, .timeLimit: true
    default: false
    }
  }

  /// Returns the failure in words.
  /// - Parameters:
  ///   - position: the position of the failure; nil for the experiment as a whole
  ///   - notes: further positions
  func diagnostic(
    at position: SourcePosition? = nil, notes: [IslandDiagnostic.Note] = []
  ) -> IslandDiagnostic {
    IslandDiagnostic(position: position, message: message, hint: hint, notes: notes)
  }

  /// The failure in words.
  var message: String {
    switch self {
    case .trap(nil): "the experiment trapped"
    case .trap(let reason?): "the experiment trapped: \(reason.message)"
    case .fault(let message): message
    case .badMemory: "the experiment ran out of stack, or used memory that is not its own"
    case .timeLimit(let seconds): "the experiment did not end within \(Self.plain(seconds)) s"
    case .outputLimit(let bytes): "the experiment put out more than \(bytes >> 20) MB"
    case .stoppedAtLimit(let excess), .beyondLimit(let excess): excess.message
    case .memoryLimit(let bytes): "the experiment needed more than \(bytes >> 20) MB of memory"
    case .fileLimit(let bytes): "the experiment wrote a file of more than \(bytes >> 20) MB"
    case .scratchLimit(let bytes):
      "the experiment wrote more than its folder may hold, \(bytes >> 20) MB"
    case .exit(let status): "the experiment ended with status \(status), expected 0"
    case .signal(let signal): "the experiment was ended by signal \(signal)"
    case .damagedOutput(let what): "the experiment's output is damaged: \(what)"
    case .notBegun: "the experiment's program ended before the experiment began"
    case .endedEarly: "the experiment ended before its last line"
    case .notStarted(let reason): "the experiment could not be started: \(reason)"
    }
  }

  private var hint: String? {
    switch self {
    case .trap(nil):
      "the usual reason is a number that is too large for its type: Int(x) of nan, or an overflow"
    case .trap(let reason?): reason.hint
    // What stands behind a semicolon is the remedy.
    case .fault(let words) where words.contains("shape") && !words.contains(";"):
      "look at the shapes and the numbers that go in: print them just before this line"
    case .badMemory: "is there a function that calls itself without an end?"
    case .timeLimit: "do less, look for a loop without an end, or allow more with 'timeout=60s'"
    case .outputLimit: "print less: a chart or a summary instead of every value"
    case .damagedOutput: "use 'print' and 'show'; bytes written past them may look like a record"
    case .stoppedAtLimit(let excess), .beyondLimit(let excess): excess.hint
    case .endedEarly: "leave out 'exit': what comes after it is never done"
    case .notBegun: "nothing of it is taken for a result; try '--no-cache'"
    case .memoryLimit: "use smaller arrays, or let go of those that are no longer needed"
    case .fileLimit, .scratchLimit: "print or show results instead of writing them to files"
    default: nil
    }
  }

  private static func plain(_ seconds: Double) -> String {
    seconds == seconds.rounded() && abs(seconds) < 1e9 ? "\(Int(seconds))" : "\(seconds)"
  }
}
