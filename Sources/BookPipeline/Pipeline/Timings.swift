import Execution
import Foundation
import Synchronization

/// The times of a command: its stages one after another, and the parts of stages that the execution
/// reports.
package final class Timings: Sendable {
  private struct Row {
    let name: String
    let seconds: Double
    /// True for a part of the next stage in the list.
    let isPart: Bool
  }

  private let rows = Mutex<[Row]>([])
  private let start = ContinuousClock.now

  /// The seconds since the command began.
  package var total: Double { Self.seconds(since: start) }

  /// Measures a stage.
  package func measure<Result>(
    _ name: String, _ body: () async throws -> Result
  ) async rethrows -> Result {
    let start = ContinuousClock.now
    let result = try await body()
    let seconds = Self.seconds(since: start)
    rows.withLock { $0.append(Row(name: name, seconds: seconds, isPart: false)) }
    return result
  }

  /// Records the time in an event, if there is any.
  package func note(_ event: ExecutionEvent) {
    let part: (String, Double)? =
      switch event.step {
      case .builtEngine(let seconds): ("build the engine", seconds)
      case .compiled(let id, let optimized, let seconds):
        ("compile \(id)\(optimized ? ", optimized" : "")", seconds)
      case .finished(let id, let seconds, _): ("run \(id)", seconds)
      default: nil
      }
    guard let (name, seconds) = part else { return }
    let place = event.chapter.map { $0 + ": " } ?? ""
    rows.withLock { $0.append(Row(name: place + name, seconds: seconds, isPart: true)) }
  }

  /// A table with a line for each stage, its parts below it, and the total. Parts may run in
  /// parallel, so their sum can exceed the stage's time.
  package var table: String {
    var lines: [String] = []
    var parts: [String] = []
    for row in rows.withLock({ $0 }) {
      if row.isPart {
        parts.append(Self.line("  " + row.name, row.seconds))
      } else {
        lines.append(Self.line(row.name, row.seconds))
        lines += parts
        parts = []
      }
    }
    return (lines + parts + [Self.line("total", total)]).joined(separator: "\n")
  }

  private static func line(_ name: String, _ seconds: Double) -> String {
    String(format: "%8.1f ms  ", seconds * 1000) + name
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }
}
