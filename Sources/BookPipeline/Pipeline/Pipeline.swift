import BookModel
import Execution
import Foundation
import LivePages

/// Connects the stages: takes chapters, returns the results of running them, and shows progress on
/// the terminal.
package struct Pipeline {
  /// The output for progress and diagnostics.
  package let console: Console
  /// The times of the stages.
  package let timings: Timings
  private let options: RunningOptions
  private let executor: Executor

  /// Makes a pipeline for the given options, and removes the temporary files of killed commands.
  /// - Parameter comparesBoth: true to run each experiment unoptimized and optimized, without
  ///   cached results, and compare the two
  package init(_ options: RunningOptions, comparesBoth: Bool = false) {
    AbandonedFiles.sweep()
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

  /// Makes a pipeline for the next build of a watching command: errors and times start anew, and
  /// cached results are used, whatever the options for the first build were.
  package init(continuing last: Pipeline) {
    var options = last.options
    options.cache = true
    self.init(options)
  }

  /// The engine's declarations, for the chapters that document them.
  package var reference: ReferenceLoad { ReferenceLoad(executor: executor) }

  /// True when cached results are used.
  package var usesCache: Bool { options.cache }

  /// Runs the experiments of chapters, as many chapters at the same time as there are cores.
  /// - Returns: the results by the chapters' paths
  package func run(
    _ chapters: [Chapter], knobs: [String: String] = [:]
  ) async -> [String: ChapterRun] {
    await executor.runAll(chapters, knobs: knobs)
  }

  /// Finds or builds what pages need to run their experiments again.
  /// - Parameter onlyBuilt: true when nothing is built
  func livePages(onlyBuilt: Bool) async -> Result<LivePages, WasmEngineError> {
    await LivePages.make(executor, onlyBuilt: onlyBuilt) { [console] in
      console.showProgress("building the engine for pages, once")
    }
  }

  /// Shows the diagnostics at the end of a command, and its duration.
  /// - Parameters:
  ///   - diagnostics: the diagnostics that do not come from experiments
  ///   - runs: the results of the experiments, by the chapters' paths
  ///   - live: how many experiments are live, in words
  ///   - summary: the completed work in words
  package func finish(
    _ diagnostics: [Diagnostic], _ runs: [String: ChapterRun], live: String? = nil, summary: String
  ) {
    for (path, run) in runs.sorted(by: { $0.key < $1.key }) {
      for (id, result) in run.results.sorted(by: { $0.key < $1.key })
      where !result.standardError.isEmpty {
        console.show(StandardErrorExcerpt(result.standardError, of: id, in: path).text)
      }
    }
    console.show(diagnostics + runs.values.flatMap(\.diagnostics))
    if let live { console.show(live) }
    console.showProgressSummary("\(summary) in \(String(format: "%.2f", timings.total)) s")
    if options.timings { console.show(timings.table) }
  }
}
