import BookModel
import BookPipeline
import Execution
import Foundation
import Rendering
import Synchronization

/// Runs blocks of a chapter for a page, with what it has not saved.
struct BlockRun: Sendable {
  private let state: BookState
  private let executor: Executor
  private let knobs: [String: String]
  private let wanted: [String]
  /// The chapter with the page's edits.
  private let chapter: Chapter

  /// The shortest time between two events that show how far an experiment is.
  private static let pause = Duration.milliseconds(60)

  /// Prepares a run.
  /// - Throws: `EditFault` when the edits do not fit into the chapter
  init(_ request: RunRequest, _ chapter: Chapter, in state: BookState, _ executor: Executor)
    throws(EditFault)
  {
    (self.state, self.executor, knobs, wanted) = (state, executor, request.knobs, request.blocks)
    if request.edits.isEmpty {
      self.chapter = chapter
    } else {
      let text = EditableChapter(Array(chapter.text.utf8), path: chapter.path)
      self.chapter =
        UnsavedChapter(
          bytes: try text.applying(request.edits), path: chapter.path, macros: chapter.macros
        ).parsed(within: state.root).chapter
    }
  }

  /// Runs the experiments one after another, and writes what happens.
  func run(_ writer: EventWriter) async throws {
    var shown = state.run(of: chapter)
    for anchor in wanted {
      guard chapter.blocks.contains(where: { $0.experimentID == anchor && !$0.options.norun })
      else { continue }
      try await writer.write("started", RunEvent.Started(anchor: anchor))
      let clock = ContinuousClock.now
      let run = await run(anchor, writer)
      try Task.checkCancellation()
      let seconds = (ContinuousClock.now - clock) / .seconds(1)
      shown.results[anchor] = run.results[anchor]
      shown.diagnostics = run.diagnostics
      let result = run.results[anchor] ?? ExperimentResult(outputs: [])
      // The setup blocks above show the errors in them.
      let setups = chapter.blocks.prefix { $0.experimentID != anchor }
        .filter { $0.role == .setup && $0.number != nil }.map(\.anchor)
      var blocks = state.site.blocks(Set(setups + [anchor]), of: chapter, run: shown)
      try await writer.write(
        "ended",
        RunEvent.Ended(
          anchor: anchor, html: blocks.removeValue(forKey: anchor) ?? "", seconds: seconds,
          failed: result.failure != nil || result.outputs.contains(where: \.isFailedCheck),
          knobs: result.knobs.map(KnobDescription.init)))
      for (anchor, html) in blocks {
        try await writer.write("shown", RunEvent.Shown(anchor: anchor, html: html))
      }
    }
  }

  /// Runs one experiment, and nothing else of the chapter.
  private func run(_ anchor: String, _ writer: EventWriter) async -> ChapterRun {
    var alone = chapter
    for index in alone.blocks.indices where alone.blocks[index].role != .setup {
      if alone.blocks[index].experimentID != anchor { alone.blocks[index].options.norun = true }
    }
    alone.inlineValues = []
    let unfinished = UnfinishedRun(anchor)
    return await withTaskGroup(of: ChapterRun?.self) { [alone] group in
      group.addTask { await executor.run(alone, knobs: knobs, follower: unfinished.follower) }
      group.addTask {
        await follow(unfinished, writer)
        return nil
      }
      var result = ChapterRun()
      for await run in group {
        guard let run else { continue }
        result = run
        group.cancelAll()
      }
      return result
    }
  }

  /// Writes how far an experiment is until the task is cancelled.
  private func follow(_ unfinished: UnfinishedRun, _ writer: EventWriter) async {
    var pause = Self.pause
    while true {
      do {
        try await Task.sleep(for: pause)
        let clock = ContinuousClock.now
        if let progress = unfinished.takeProgress() { try await writer.write("progress", progress) }
        if let outputs = unfinished.takeOutputs() {
          var shown = state.run(of: chapter)
          shown.results[unfinished.anchor] = ExperimentResult(outputs: outputs)
          let blocks = state.site.blocks([unfinished.anchor], of: chapter, run: shown)
          if let html = blocks[unfinished.anchor] {
            try await writer.write(
              "output", RunEvent.Shown(anchor: unfinished.anchor, html: html))
          }
        }
        // Drawing must not take most of the time.
        pause = max(Self.pause, (ContinuousClock.now - clock) * 4)
      } catch { return }
    }
  }
}

extension Output {
  fileprivate var isFailedCheck: Bool {
    if case .check(let check) = self { !check.holds } else { false }
  }
}
