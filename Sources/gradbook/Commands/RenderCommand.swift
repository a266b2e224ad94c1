import ArgumentParser
import BookModel
import BookPipeline
import Execution

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render one Markdown file to one page.",
    discussion: """
      The page lands beside the chapter unless -o names another place.

      Example: gradbook render Chapters/en/03-stochastic-gradient-descent.md -o page.html
               gradbook render notes.md --set learning-rate=0.5
      """)

  @Argument(help: "The chapter, a Markdown file anywhere.")
  var chapter: String

  @Option(name: [.customShort("o"), .customLong("output")], help: "The page to write.")
  var output: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Turn a knob of the chapter's experiments; may be given several times.",
      valueName: "name=value"))
  var settings: [KnobSetting] = []

  @OptionGroup var running: RunningOptions

  func run() async throws {
    let command = self
    try await Interruption.ending { try await command.work() }
  }

  private func work() async throws {
    let pipeline = Pipeline(running)
    let target = output ?? PageFiles.besidePath(of: chapter)
    try PageFiles.checkPlace(target, of: chapter, option: "-o")
    let use = await CacheUse()
    defer { use.end() }
    let load = try await pipeline.timings.measure("read and parse") {
      try await ChapterLoad([chapter], reference: pipeline.reference.load)
    }
    let runs = await pipeline.timings.measure("run experiments") {
      await pipeline.run(
        load.chapters, knobs: Dictionary(settings.map { ($0.name, $0.value) }) { $1 })
    }
    try Task.checkCancellation()
    var faults = load.diagnostics
    for chapter in load.chapters {
      faults += try await pipeline.timings.measure("render and write") {
        try SinglePage(path: target, option: "-o", usesCache: pipeline.usesCache)
          .write(chapter, runs[chapter.path] ?? ChapterRun())
      }
    }
    pipeline.finish(use.warnings + faults, runs, summary: "Rendered")
    if !load.chapters.isEmpty { print("Open \(target)") }
    if pipeline.console.hasSeenError { throw ExitCode(1) }
  }
}
