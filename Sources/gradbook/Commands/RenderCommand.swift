import ArgumentParser
import BookModel
import Rendering

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render one Markdown file to one page.",
    discussion: """
      The page lands beside the chapter unless -o names another place.

      Example: gradbook render Chapters/en/03-stochastic-gradient-descent.md -o page.html
      """)

  @Argument(help: "The chapter, a Markdown file anywhere.")
  var chapter: String

  @Option(name: [.customShort("o"), .customLong("output")], help: "The page to write.")
  var output: String?

  @OptionGroup var running: RunningOptions

  func run() async throws {
    let pipeline = Pipeline(running)
    let load = ChapterLoad(parsing: [chapter])
    let runs = await pipeline.run(load.chapters)
    var page: String?
    for chapter in load.chapters {
      let run = runs[chapter.path] ?? ChapterRun()
      let target = output ?? PageFiles.besidePath(of: chapter.path)
      try PageFiles.write(ChapterPage(chapter: chapter, run: run).html, to: target)
      page = target
    }
    pipeline.finish(load.diagnostics + runs.values.flatMap(\.diagnostics), summary: "Rendered")
    if let page { print("Open \(page)") }
    if pipeline.console.hasSeenError { throw ExitCode(1) }
  }
}
