import GradientDescent
import Transcript

// The program that Gradbook makes around the blocks uses nothing but these names, which no block may
// declare: what else a block declares cannot change what the program does.

/// Gets the process ready for one experiment. The program that Gradbook makes of a chapter calls it
/// first: it tells Gradbook that it begins, and from then on an engine fault is told in its own words
/// before the trap.
public func startNotebook() {
  send(.begin, [])
  onFault = { message in send(.fault, Array(message.utf8)) }
}

/// The result of a program that came to its end. A setup block that returned before would have to give
/// one, and does not compile.
public struct GradbookEnd {
  /// The end of a program.
  public init() {}
}

/// Tells Gradbook that the experiment came to its end.
public func gradbookFinish(_ end: GradbookEnd) { send(.end, []) }

/// The chapter's seed, whatever a block takes `UInt64` for.
public func gradbookSeed(_ seed: UInt64) -> UInt64 { seed }

#if !hasFeature(Embedded)
  /// Whether the command line names an experiment, in a program with all experiments of a chapter.
  public func gradbookChooses(_ experiment: String) -> Bool {
    CommandLine.arguments.last == experiment
  }
#endif
