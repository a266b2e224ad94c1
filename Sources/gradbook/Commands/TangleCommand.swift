import ArgumentParser
import BookPipeline
import Execution

struct TangleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tangle",
    abstract: "Print a chapter's code as one Swift file, or the program of one experiment.",
    discussion: """
      An experiment's program is just as it is compiled: the setup blocks above it and itself. Its \
      lines are counted from the first setup block's.

      Example: gradbook tangle Chapters/en/03-stochastic-gradient-descent.md
               gradbook tangle notes.md --experiment noise-floor
      """)

  @Argument(help: "The chapter, a Markdown file anywhere.")
  var chapter: String

  @Option(help: "The id of the experiment whose program to print.")
  var experiment: String?

  func run() async throws {
    let console = Console()
    let load = try await ChapterLoad([chapter])
    for chapter in load.chapters {
      if let experiment {
        guard let program = ChapterProgram(chapter, experiment: experiment) else {
          throw ValidationError("The chapter has no experiment '\(experiment)' that runs.")
        }
        print(program.source, terminator: "")
      } else {
        print(ChapterProgram(chapter).source, terminator: "")
      }
    }
    console.show(load.diagnostics)
    if console.hasSeenError { throw ExitCode(1) }
  }
}
