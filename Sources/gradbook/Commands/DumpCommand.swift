import ArgumentParser
import BookPipeline
import Parsing

struct DumpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Print a chapter as it was parsed: front matter, tree and blocks, with places.",
    discussion: "Example: gradbook dump Chapters/en/03-stochastic-gradient-descent.md")

  @Argument(help: "The chapter, a Markdown file anywhere.")
  var chapter: String

  func run() async throws {
    let console = Console()
    let load = try await ChapterLoad([chapter])
    for chapter in load.chapters { print(ChapterDump.text(of: chapter), terminator: "") }
    console.show(load.diagnostics)
    if console.hasSeenError { throw ExitCode(1) }
  }
}
