import Execution
import Foundation
import Synchronization

/// Where the time of a command goes: its stages one after another, and within them what the
/// execution tells of itself.
final class Timings: Sendable {
  private struct Row {
    let name: String
    let seconds: Double
    /// Whether it is a part of the stage that follows it in the list.
    let isPart: Bool
  }

  private let rows = Mutex<[Row]>([])
  private let start = ContinuousClock.now

  /// The seconds since the command began.
  var total: Double { Self.seconds(since: start) }

  /// Measures a stage.
  func measure<Result>(
    _ name: String, _ body: () async throws -> Result
  ) async rethrows -> Result {
    let start = ContinuousClock.now
    let result = try await body()
    let seconds = Self.seconds(since: start)
    rows.withLock { $0.append(Row(name: name, seconds: seconds, isPart: false)) }
    return result
  }

  /// Takes note of what an event says about time.
  func note(_ event: ExecutionEvent) {
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

  /// A line for each stage, its parts beneath it, and the total. Parts may run side by side, so they
  /// can add up to more than their stage.
  var table: String {
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
