import ArgumentParser
import BookModel
import BookPipeline
import Execution

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every experiment afresh and compare with what is remembered, byte for byte.",
    discussion: """
      Each experiment runs twice, compiled without and with optimization, and what is not remembered \
      yet once more. A difference is an error that names the experiment and the first thing that \
      differs.

      Example: gradbook check --book ~/my-book
      """)

  @Option(help: "The book: a folder that holds Chapters.")
  var book = "."

  @OptionGroup var running: RunningOptions

  @Argument(help: "The chapters to check; all of them unless given.")
  var chapters: [String] = []

  func run() async throws {
    let command = self
    try await Interruption.ending { try await command.work() }
  }

  private func work() async throws {
    let use = await CacheUse()
    defer { use.end() }
    let folder = BookFolder(book)
    let contents = try folder.contents()
    let paths = contents.chapters
    let wanted = try Set(chapters.map { try folder.path(ofChapter: $0, among: paths) })
    var remembering = running
    remembering.cache = true
    let first = Pipeline(remembering)
    let load = try await ChapterLoad(
      paths, within: folder.chaptersPath, reference: first.reference.load)
    let chosen = load.chapters(of: wanted)

    let remembered = await first.run(chosen)
    let pipeline = Pipeline(running, comparesBoth: true)
    let fresh = await pipeline.run(chosen)

    try Task.checkCancellation()
    var differences: [Diagnostic] = []
    var (count, steady) = (0, 0)
    for chapter in chosen {
      for block in chapter.blocks {
        guard let id = block.experimentID, let old = remembered[chapter.path]?.results[id],
          let new = fresh[chapter.path]?.results[id]
        else { continue }
        count += 1
        // A failure is reported anyway.
        guard new.failure == nil else { continue }
        guard let difference = OutputDifference(remembered: old.outputs, fresh: new.outputs) else {
          steady += 1
          continue
        }
        differences.append(
          Diagnostic(
            at: block.fence, "the experiment '\(id)' does not repeat itself: \(difference)",
            hint: "draw random numbers from a seeded generator, and read no clock"))
      }
    }
    pipeline.finish(
      use.warnings + contents.findings + load.diagnostics(of: wanted) + differences, fresh,
      summary: "Checked \(chosen.count) chapters")
    print("\(steady) of \(count) experiments repeat themselves")
    if pipeline.console.hasSeenError { throw ExitCode(1) }
  }
}
