import ArgumentParser
import BookPipeline
import Serving

/// The server of `gradbook serve`, which builds and starts it when it is first asked for: most who build
/// a book need no server, and it takes longer to build than all else.
@main
struct GradbookServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradbook serve", abstract: ServeOptions.abstract,
    discussion: ServeOptions.discussion)

  @OptionGroup var options: ServeOptions

  static func main() async {
    Allocator.takeLargeSteps()
    await main(nil)
  }

  func run() async throws {
    let options = options
    try await Interruption.ending { try await Server(options).run() }
  }
}
