/// Follows the experiments of one run while they run.
public struct RunFollower: Sendable {
  /// Called at each step.
  let onStep: @Sendable (ExecutionEvent.Step) -> Void
  /// Called with each part of a program's standard output.
  let onOutput: @Sendable (_ part: TranscriptPart) -> Void

  /// Makes a follower; its functions are called from any thread.
  public init(
    onStep: @escaping @Sendable (ExecutionEvent.Step) -> Void,
    onOutput: @escaping @Sendable (_ part: TranscriptPart) -> Void
  ) {
    (self.onStep, self.onOutput) = (onStep, onOutput)
  }
}

/// A part of what a running experiment writes to standard output.
public struct TranscriptPart: Sendable {
  /// The experiment's id.
  public let experiment: String
  /// True when it comes from the optimized one of the two programs that race.
  let isOptimized: Bool
  let bytes: [UInt8]
}
