import GradientDescent
import Transcript

// The program that Gradbook makes around the blocks uses only these names, which no block may
// declare: so a block's own declarations cannot change what the program does.

/// Prepares the process for one experiment. The program that Gradbook makes of a chapter calls it
/// first: it records the beginning, and from then on the message of an engine fault is recorded
/// before the trap, and so are its warnings.
public func startNotebook() {
  #if !hasFeature(Embedded)
    ThrownErrors.watch()
  #endif
  send(.begin, [])
  onFault = { message in send(.fault, Array(message.utf8)) }
  onWarning = { message, line, column in
    emit(.warning, WarningRecord(line: line, column: column, message: message).encoded())
  }
}

/// The result of a program that reached its end. A setup block that returned earlier would have to
/// return one, and has none.
public struct GradbookEnd {
  /// True once the program has reached its end.
  fileprivate nonisolated(unsafe) static var isReached = false

  private init() {}

  /// The result; its name is one that no block may use.
  public static var gradbookReached: GradbookEnd {
    isReached = true
    return GradbookEnd()
  }
}

/// Records that the experiment reached its end.
public func gradbookFinish(_ end: GradbookEnd) {
  #if !hasFeature(Embedded)
    ThrownErrors.expectNone()
  #endif
  // A value of any type can be made of raw memory.
  if !GradbookEnd.isReached {
    return send(.fault, Array("a setup block returned before the experiment".utf8))
  }
  send(.end, [])
}

/// Returns the chapter's seed with the right type, even if a block declares its own `UInt64`.
public func gradbookSeed(_ seed: UInt64) -> UInt64 { seed }

#if !hasFeature(Embedded)
  /// Returns true when the command line names the experiment, in a program with all experiments of
  /// a chapter.
  public func gradbookChooses(_ experiment: String) -> Bool {
    CommandLine.arguments.last == experiment
  }
#endif
