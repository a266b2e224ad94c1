import BookModel
import Execution
import Foundation

extension Executor {
  /// Runs the experiments of chapters, as many chapters at the same time as there are cores.
  /// - Returns: the results by the chapters' paths
  package func runAll(
    _ chapters: [Chapter], knobs: [String: String] = [:]
  ) async -> [String: ChapterRun] {
    let atOnce = max(ProcessInfo.processInfo.activeProcessorCount, 1)
    var waiting = chapters[...]
    var runs: [String: ChapterRun] = [:]
    await withTaskGroup(of: (String, ChapterRun).self) { group in
      func startNext() {
        guard let chapter = waiting.popFirst() else { return }
        group.addTask { (chapter.path, await run(chapter, knobs: knobs)) }
      }
      for _ in 0..<atOnce { startNext() }
      while let (path, run) = await group.next() {
        runs[path] = run
        startNext()
      }
    }
    return runs
  }
}
