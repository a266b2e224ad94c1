import BookModel
import LivePages

/// Makes what the pages of a book need to run their experiments again, beside the rest of the build.
package struct LivePass {
  /// The extent to which a build makes pages live.
  package enum Extent: Sendable {
    /// Not at all.
    case nothing
    /// As far as it is in the cache.
    case remembered
    /// Whatever is possible.
    case all
  }

  /// What was made for a book.
  struct Made {
    /// The parts of the chapters, by their paths.
    var chapters: [String: LivePages.Chapter] = [:]
    /// The module that draws outputs, as a gzip file; empty when nothing is live.
    var drawing: [UInt8] = []
    /// The errors and warnings.
    var diagnostics: [Diagnostic] = []
    /// How many experiments are live, in words; nil when it was not tried.
    var summary: String?
  }

  private let extent: Extent
  private let pipeline: Pipeline
  private let engine: Task<Result<LivePages, WasmEngineError>, Never>?

  /// Begins: the engine for pages takes longest, and waits for nothing.
  init(_ pipeline: Pipeline, _ extent: Extent) {
    (self.pipeline, self.extent) = (pipeline, extent)
    let isAll = extent == .all
    engine = extent == .nothing ? nil : Task { await pipeline.livePages(onlyBuilt: !isAll) }
  }

  /// Gives up what has not been made.
  func cancel() { engine?.cancel() }

  /// Makes the parts of chapters that have run.
  func make(_ chapters: [Chapter], _ runs: [String: ChapterRun]) async -> Made {
    guard let engine else { return Made() }
    if !chapters.contains(where: LivePages.canBeLive) {
      engine.cancel()
      return Made()
    }
    let result = await withTaskCancellationHandler {
      await engine.value
    } onCancel: {
      engine.cancel()
    }
    switch result {
    case .failure(.notBuilt): return Made()
    case .failure(let error): return Made(diagnostics: [error.diagnostic])
    case .success(let pages): return await make(chapters, runs, with: pages)
    }
  }

  private func make(
    _ chapters: [Chapter], _ runs: [String: ChapterRun], with pages: LivePages
  ) async -> Made {
    var made = Made()
    let all = chapters.count
    var count = 0
    async let drawing = pages.drawing()
    // Translations are tried less where their originals have passed.
    let originals = chapters.filter { $0.frontMatter.language == .english }
    let translations = chapters.filter { $0.frontMatter.language != .english }
    for chapters in [originals, translations] {
      await withTaskGroup(of: (String, LivePages.Chapter?).self) { group in
        for chapter in chapters {
          let run = runs[chapter.path] ?? ChapterRun()
          group.addTask { [extent] in
            let part =
              extent == .all
              ? await pages.chapter(chapter, run) : pages.remembered(chapter, run)
            return (chapter.path, part)
          }
        }
        for await (path, part) in group {
          count += 1
          pipeline.console.showProgress("making pages live: \(count) of \(all) chapters")
          made.chapters[path] = part
        }
      }
    }
    let parts = chapters.compactMap { made.chapters[$0.path] }
    made.diagnostics = parts.flatMap { $0.errors + $0.reasons.map(\.diagnostic) }
    switch await drawing {
    case .success(let module): made.drawing = module
    case .failure(let error):
      made.chapters = [:]
      made.diagnostics.append(error.diagnostic)
    }
    if extent == .all {
      let live = parts.reduce(0) { $0 + $1.numbers.count }
      let all = live + parts.reduce(0) { $0 + $1.reasons.count }
      made.summary = "live in their pages: \(live) of \(all) experiments"
    }
    return made
  }
}
