import ArgumentParser
import Execution

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Forget all that is remembered: outputs, programs and the engine's library.",
    discussion: """
      Nothing is lost but time: what is needed is made again.

      Example: gradbook clean
      """)

  func run() async throws { print("Removed \(try Executor.forgetEverything())") }
}
