/// True while layers that behave otherwise in training (Dropout, BatchNorm) do so: inside of `record { }`
/// and not outside of it, unless `trainMode` or `predictMode` says so.
/// - Source: Gluon's `autograd.is_training()`
public var isTraining: Bool { TrainingMode.chosen ?? Tape.isRecording }

/// Runs `body` with layers as in training, recorded or not.
/// - Returns: what `body` returns
public func trainMode<Result>(_ body: () -> Result) -> Result { TrainingMode.with(true, body) }

/// Runs `body` with layers as in prediction, inside of `record { }` too: for the gradient of a trained
/// network.
/// - Returns: what `body` returns
public func predictMode<Result>(_ body: () -> Result) -> Result { TrainingMode.with(false, body) }

private enum TrainingMode {
  /// Nil where the recording decides.
  nonisolated(unsafe) static var chosen: Bool?

  static func with<Result>(_ isTraining: Bool, _ body: () -> Result) -> Result {
    let before = chosen
    chosen = isTraining
    defer { chosen = before }
    return body()
  }
}
