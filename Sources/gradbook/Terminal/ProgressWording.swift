import Execution
import Foundation

/// The words of a step of the execution.
enum ProgressWording {
  /// One line that says what happens, in which chapter.
  static func text(of event: ExecutionEvent, in chapter: String?) -> String {
    let place = chapter.map { "\($0): " } ?? ""
    switch event {
    case .buildingEngine: return "Building the engine's library; that happens once"
    case .builtEngine(let seconds): return "Built the engine's library in \(text(seconds))"
    case .compiling(let count): return place + "compiling \(count) experiments"
    case .compiled(let seconds): return place + "compiled in \(text(seconds))"
    case .started(let experiment): return place + "running \(experiment)"
    case .finished(let experiment, let seconds, let failed):
      return place + "\(experiment) \(failed ? "failed after" : "took") \(text(seconds))"
    case .remembered(let experiment): return place + "\(experiment) has not changed"
    case .locating: return place + "finding out where it went wrong"
    }
  }

  private static func text(_ seconds: Double) -> String { String(format: "%.2f s", seconds) }
}
