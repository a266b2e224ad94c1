import BookModel
import Execution
import Synchronization

/// What is known of an experiment while it runs.
final class UnfinishedRun: Sendable {
  private struct State {
    var hasNewOutput = false
    var fraction: Double?
    var start = ContinuousClock.now
  }

  /// The experiment.
  let anchor: String
  private let transcript = UnfinishedTranscript()
  private let state = Mutex(State())

  init(_ anchor: String) { self.anchor = anchor }

  /// Takes down what happens.
  var follower: RunFollower {
    RunFollower(
      onStep: { [weak self] step in self?.note(step) },
      onOutput: { [weak self] part in
        self?.transcript.add(part)
        self?.state.withLock { $0.hasNewOutput = true }
      })
  }

  private func note(_ step: ExecutionEvent.Step) {
    switch step {
    case .started:
      transcript.clear()
      state.withLock { $0 = State() }
    case .progress(_, let fraction): state.withLock { $0.fraction = fraction }
    default: break
    }
  }

  /// Returns the outputs, if there are new ones since the last call.
  func takeOutputs() -> [Output]? {
    let isNew = state.withLock { state in
      defer { state.hasNewOutput = false }
      return state.hasNewOutput
    }
    return isNew ? transcript.outputs : nil
  }

  /// Returns the progress, if there is any since the last call.
  func takeProgress() -> RunEvent.Progress? {
    state.withLock { state in
      guard let fraction = state.fraction else { return nil }
      state.fraction = nil
      let passed = (ContinuousClock.now - state.start) / .seconds(1)
      let left = fraction > 0 ? passed * (1 - fraction) / fraction : 0
      return RunEvent.Progress(anchor: anchor, fraction: fraction, left: left)
    }
  }
}
