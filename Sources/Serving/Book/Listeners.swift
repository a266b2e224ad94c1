import Synchronization

/// Hands values on to all who listen. Who is slow misses the older ones.
final class Listeners<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    var continuations: [Int: AsyncStream<Value>.Continuation] = [:]
  }

  private static var capacity: Int { 8 }

  private let state = Mutex(State())

  /// The values from now on.
  func listen() -> AsyncStream<Value> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Value.self, bufferingPolicy: .bufferingNewest(Self.capacity))
    let number = state.withLock { state in
      state.next += 1
      state.continuations[state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.continuations.removeValue(forKey: number) }
    }
    return stream
  }

  /// Hands a value on.
  func send(_ value: Value) {
    for continuation in state.withLock({ Array($0.continuations.values) }) {
      continuation.yield(value)
    }
  }
}
