import BookModel
import Execution
import Foundation

/// Joins the stages: chapters go in, what running them came to goes out, progress goes to the
/// terminal.
struct Pipeline {
  /// Where progress and diagnostics go.
  let console: Console
  /// Where the time goes.
  let timings: Timings
  private let options: RunningOptions
  private let executor: Executor

  /// A pipeline that runs experiments as the options say. What killed commands left goes first.
  /// - Parameter comparesBoth: whether each experiment runs unoptimized and optimized, whatever is
  ///   remembered, and the two are compared
  init(_ options: RunningOptions, comparesBoth: Bool = false) {
    Leftovers.sweep()
    let console = Console()
    let timings = Timings()
    (self.console, self.timings, self.options) = (console, timings, options)
    let use: Executor.Use = comparesBoth ? .comparing : options.cache ? .remembering : .afresh
    executor = Executor(.init(sandbox: options.sandbox), use: use) { event in
      timings.note(event)
      if case .warned(let warning) = event.step { return console.showAtOnce(warning) }
      console.showProgress(event.description)
    }
  }

  /// A pipeline for the next build of a command that stays: errors and times begin anew, and what
  /// has just run is not run again, whatever the options said about the first build.
  init(continuing last: Pipeline) {
    var options = last.options
    options.cache = true
    self.init(options)
  }

  /// Whether what is remembered counts.
  var usesCache: Bool { options.cache }

  /// Runs the experiments of chapters, as many chapters at once as there are cores.
  /// - Returns: what came of each, by the chapter's path
  func run(_ chapters: [Chapter], knobs: [String: String] = [:]) async -> [String: ChapterRun] {
    let atOnce = max(ProcessInfo.processInfo.activeProcessorCount, 1)
    var waiting = chapters[...]
    var runs: [String: ChapterRun] = [:]
    await withTaskGroup(of: (String, ChapterRun).self) { group in
      func startNext() {
        guard let chapter = waiting.popFirst() else { return }
        group.addTask { (chapter.path, await executor.run(chapter, knobs: knobs)) }
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
  /// - Parameters:
  ///   - diagnostics: what was found that is not an experiment's
  ///   - runs: what came of the experiments, by the chapters' paths
  ///   - summary: what was done
  func finish(_ diagnostics: [Diagnostic], _ runs: [String: ChapterRun], summary: String) {
    for (path, run) in runs.sorted(by: { $0.key < $1.key }) {
      for (id, result) in run.results.sorted(by: { $0.key < $1.key })
      where !result.standardError.isEmpty {
        console.show(StandardErrorExcerpt(result.standardError, of: id, in: path).text)
      }
    }
    console.show(diagnostics + runs.values.flatMap(\.diagnostics))
    console.showProgressSummary("\(summary) in \(String(format: "%.2f", timings.total)) s")
    if options.timings { console.show(timings.table) }
  }
}
