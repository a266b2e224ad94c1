import Synchronization

@testable import Execution

/// Collects what an executor says.
final class EventLog: Sendable {
  private let log = Mutex<[ExecutionEvent.Step]>([])

  /// All steps so far.
  var steps: [ExecutionEvent.Step] { log.withLock { $0 } }

  /// The ids of the experiments that were compiled to their end, one for each way.
  var compiled: [String] {
    steps.compactMap { if case .compiled(let id, _, _) = $0 { id } else { nil } }.sorted()
  }

  /// The ids of the experiments that ran.
  var started: [String] {
    steps.compactMap { if case .started(let id) = $0 { id } else { nil } }.sorted()
  }

  /// Takes in an event.
  func add(_ event: ExecutionEvent) { log.withLock { $0.append(event.step) } }
}
