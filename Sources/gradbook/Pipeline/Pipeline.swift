import BookModel
import Execution
import Foundation

/// Joins the stages: chapters go in, what running them came to goes out, progress goes to the
/// terminal.
struct Pipeline {
  /// Where progress and diagnostics go.
  let console = Console()
  private let executor: Executor
  private let start = ContinuousClock.now

  /// - Parameter running: how experiments are run
  init(_ running: RunningOptions) {
    let console = console
    executor = Executor(.init(sandbox: running.sandbox), useCache: running.cache) {
      console.showProgress($0.description)
    }
  }

  /// Runs the experiments of chapters, as many chapters at once as there are cores.
  /// - Returns: what came of each, by the chapter's path
  func run(_ chapters: [Chapter]) async -> [String: ChapterRun] {
    let atOnce = max(ProcessInfo.processInfo.activeProcessorCount, 1)
    var waiting = chapters[...]
    var runs: [String: ChapterRun] = [:]
    await withTaskGroup(of: (String, ChapterRun).self) { group in
      func startNext() {
        guard let chapter = waiting.popFirst() else { return }
        group.addTask { (chapter.path, await executor.run(chapter)) }
      }
      for _ in 0..<atOnce { startNext() }
      while let (path, run) = await group.next() {
        runs[path] = run
        startNext()
      }
    }
    return runs
  }

  /// Shows what there is to say at the end, and how long it took.
  func finish(_ diagnostics: [Diagnostic], summary: String) {
    console.show(diagnostics)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    console.showProgressSummary("\(summary) in \(String(format: "%.2f", seconds)) s")
  }
}
