import ArgumentParser
import Execution

struct TangleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tangle",
    abstract: "Print a chapter's program: one Swift file with all its experiments.",
    discussion: "Example: gradbook tangle Chapters/en/03-stochastic-gradient-descent.md")

  @Argument(help: "The chapter, a Markdown file anywhere.")
  var chapter: String

  func run() async throws {
    let console = Console()
    let load = try await ChapterLoad([chapter])
    for chapter in load.chapters {
      print(ChapterProgram(chapter).source, terminator: "")
    }
    console.show(load.diagnostics)
    if console.hasSeenError { throw ExitCode(1) }
  }
}
