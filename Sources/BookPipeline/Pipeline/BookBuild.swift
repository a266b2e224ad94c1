import BookModel
import Execution
import Parsing
import Rendering

/// One build of a book's site, or of some of its chapters.
package struct BookBuild {
  private let folder: BookFolder
  private let names: [String]
  private let live: LivePass.Extent

  /// Describes a build.
  /// - Parameters:
  ///   - folder: the book
  ///   - names: the chapters to build, as the user named them; all of them when empty
  ///   - live: the extent to which pages are made live
  package init(folder: BookFolder, names: [String], live: LivePass.Extent = .nothing) {
    (self.folder, self.names, self.live) = (folder, names, live)
  }

  /// Returns the same build that waits for nothing to become live.
  package var again: BookBuild {
    BookBuild(folder: folder, names: names, live: live == .all ? .remembered : live)
  }

  /// Reads, runs, renders and writes. Errors in a chapter are shown and stop nothing else.
  /// - Throws: an error when there is no book, or when the site cannot be written
  package func run(_ pipeline: Pipeline) async throws {
    let contents = try folder.contents()
    let livePass = LivePass(pipeline, live)
    defer { livePass.cancel() }
    let use = await CacheUse()
    defer { use.end() }
    let paths = contents.chapters
    let wanted = try Set(names.map { try folder.path(ofChapter: $0, among: paths) })
    let load = try await pipeline.timings.measure("read and parse") {
      try await ChapterLoad(
        paths, within: folder.chaptersPath, reference: pipeline.reference.load)
    }
    let chosen = load.chapters(of: wanted)
    let plan = SitePlan(chosen, isWhole: wanted.isEmpty, among: paths)
    let siteFolder = try SiteFolder(folder.sitePath, isNamed: folder.isSiteNamed)
    try plan.check(siteFolder, chaptersPath: folder.chaptersPath)

    let runs = await pipeline.timings.measure("run experiments") {
      // The figures of chapters that are referred to are numbered by running those chapters.
      await pipeline.run(chosen + referredTo(by: chosen, in: load.chapters))
    }
    try Task.checkCancellation()
    let live = await pipeline.timings.measure("make pages live") {
      await livePass.make(chosen, runs)
    }
    try Task.checkCancellation()
    try await siteFolder.waitForOthers {
      pipeline.console.show("another build writes into '\(siteFolder.path)'; waiting for its end")
    }
    try plan.check(siteFolder, chaptersPath: folder.chaptersPath)
    siteFolder.sweep(beside: plan.paths)
    let site = Site(chapters: load.chapters, book: load.book, runs: runs, names: load.names)
    let written = try await write(chosen, runs, live, of: site, to: siteFolder, pipeline)
    // A selection of chapters is not a whole book.
    let excess =
      wanted.isEmpty
      ? try await writeWholeBooks(chosen, written, of: site, to: siteFolder, pipeline) : []
    let kept = siteFolder.finish(removing: plan.isStale)

    pipeline.finish(
      use.warnings + contents.findings + load.diagnostics(of: wanted) + live.diagnostics
        + written.flatMap(\.diagnostics) + excess + kept,
      runs, live: live.summary,
      summary: "Built \(chosen.count == 1 ? "1 chapter" : "\(chosen.count) chapters")")
  }

  private func write(
    _ chosen: [Chapter], _ runs: [String: ChapterRun], _ live: LivePass.Made, of site: Site,
    to folder: SiteFolder, _ pipeline: Pipeline
  ) async throws -> [PageWriting.Written] {
    try await pipeline.timings.measure("render and write") {
      let index = site.index
      try folder.write([SiteFile(path: index.path, bytes: Array(index.html.utf8))])
      if !live.drawing.isEmpty {
        try folder.write([Site.liveScript, LiveModuleFile(ofDrawing: live.drawing).file])
      }
      let cache = PageCache()
      let writing = PageWriting(
        site: site, folder: folder, cache: cache, usesCache: pipeline.usesCache)
      return try await chosen.concurrentMap { chapter in
        try Task.checkCancellation()
        return try writing.write(
          chapter, runs[chapter.path] ?? ChapterRun(),
          live: live.chapters[chapter.path].flatMap { LivePart($0, of: chapter) })
      }
    }
  }

  private func writeWholeBooks(
    _ chosen: [Chapter], _ written: [PageWriting.Written], of site: Site, to folder: SiteFolder,
    _ pipeline: Pipeline
  ) async throws -> [Diagnostic] {
    try await pipeline.timings.measure("whole books and search") {
      let parts = Dictionary(
        zip(chosen, written).compactMap { chapter, written in
          written.part.map { (PagePath(ofChapter: chapter.path), $0) }
        }, uniquingKeysWith: { _, last in last })
      _ = try await site.wholeBooks(parts).concurrentMap { make in
        try Task.checkCancellation()
        try folder.write([make()])
      }
      return site.excess(parts)
    }
  }

  /// Returns the chapters that the chosen ones refer to and that are not among them.
  private func referredTo(by chosen: [Chapter], in all: [Chapter]) -> [Chapter] {
    if chosen.count == all.count { return [] }
    let wanted = Set(
      chosen.flatMap { chapter in
        chapter.prose.references.compactMap { reference in
          reference.chapter.map { BookReferences.path(of: $0, from: chapter) }
        }
      })
    let own = Set(chosen.map(\.path))
    return all.filter { chapter in
      !own.contains(chapter.path) && wanted.contains(BookReferences.normalized(chapter.path))
    }
  }
}
