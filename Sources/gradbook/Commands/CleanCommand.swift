import ArgumentParser
import BookModel
import BookPipeline
import Execution

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Forget all that is remembered: outputs, programs and the engine's library.",
    discussion: """
      Nothing is lost but time: what is needed is made again. A build that is going on is waited for.

      Example: gradbook clean
      """)

  func run() async throws {
    let console = Console()
    try await Interruption.ending {
      let removed = try await CacheRemoval.removeAll { path in
        console.show("another command works with '\(path)'; waiting for its end")
      }
      print("Removed \(removed.path)")
      for path in removed.kept {
        console.show([Diagnostic(.warning, at: nil, "'\(path)' is not Gradbook's; it stays")])
      }
    }
  }
}
