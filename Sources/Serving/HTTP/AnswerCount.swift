import Synchronization

/// Counts the requests that are being answered.
final class AnswerCount: Sendable {
  private let count = Mutex(0)

  /// Counts while something is done.
  func during(_ body: () async -> Void) async {
    count.withLock { $0 += 1 }
    await body()
    count.withLock { $0 -= 1 }
  }

  /// Waits until nothing is being answered, for a while at most.
  func waitForEnd(atMost limit: Duration) async {
    let end = ContinuousClock.now + limit
    // The task may be cancelled, in which sleeping takes no time.
    while count.withLock({ $0 }) > 0, ContinuousClock.now < end {
      await Task.detached { try? await Task.sleep(for: .milliseconds(5)) }.value
    }
  }
}
