import BookModel
import Rendering

/// One build of a book's site, or of some of its chapters.
struct BookBuild {
  let folder: BookFolder
  /// The chapters to build, as the user named them; all of them when empty.
  let names: [String]
  /// The folder for the site.
  let target: String

  /// Reads, runs, renders and writes. What is wrong with a chapter is shown and stops nothing else.
  /// - Throws: when there is no book, or when the site cannot be written
  func run(_ pipeline: Pipeline) async throws {
    let paths = try folder.chapterPaths()
    let wanted = try Set(names.map { try folder.path(ofChapter: $0, among: paths) })
    let load = try await pipeline.timings.measure("read and parse") {
      try await ChapterLoad(paths, within: folder.chaptersPath)
    }

    let chosen = load.chapters.filter { wanted.isEmpty || wanted.contains($0.path) }
    let runs = await pipeline.timings.measure("run experiments") { await pipeline.run(chosen) }
    try Task.checkCancellation()
    try await pipeline.timings.measure("render and write") {
      let site = Site(chapters: load.chapters)
      try PageFiles.write(site.index, to: target)
      PageFiles.sweep(target)
      _ = try await chosen.concurrentMap { [target] chapter in
        try Task.checkCancellation()
        try PageFiles.write(
          site.page(of: chapter, run: runs[chapter.path] ?? ChapterRun()), to: target)
      }
    }

    let shown = load.diagnostics.filter { diagnostic in
      wanted.isEmpty || diagnostic.range.map { wanted.contains($0.file) } ?? true
    }
    pipeline.finish(
      shown + runs.values.flatMap(\.diagnostics),
      summary: "Built \(chosen.count == 1 ? "1 chapter" : "\(chosen.count) chapters")")
  }
}
