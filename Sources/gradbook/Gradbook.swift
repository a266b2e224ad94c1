import ArgumentParser
import BookPipeline

/// The command line.
@main
struct Gradbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradbook",
    abstract: "A book that runs: Markdown chapters with Swift experiments, to pages.",
    discussion: """
      Examples:
        gradbook new NAME                           a first chapter, to change into your own
        gradbook build                              the whole book, into _site
        gradbook serve --open                       the book in a browser, to edit and run
        gradbook render CHAPTER.md -o PAGE.html     one page of any Markdown file
      """,
    subcommands: [
      BuildCommand.self, RenderCommand.self, CheckCommand.self, TangleCommand.self,
      ServeCommand.self, LspCommand.self, DumpCommand.self, FragmentCommand.self, ApiCommand.self,
      NewCommand.self, CleanCommand.self,
    ])

  static func main() async {
    Allocator.takeLargeSteps()
    await main(nil)
  }
}
