import ArgumentParser
import Foundation

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site: a page for every chapter under Chapters, and an index.",
    discussion: """
      A failing chapter or experiment does not stop the others; its page says what went wrong, and \
      the exit code is 1.

      Example: gradbook build --book ~/my-book --output ~/my-site
      """)

  @Option(help: "The book: a folder that holds Chapters.")
  var book = "."

  @Option(name: .long, help: "The folder for the site. (default: _site in the book)")
  var output: String?

  @Flag(help: "Stay, and build again whenever a chapter is saved. Ctrl-C ends it.")
  var watch = false

  @OptionGroup var running: RunningOptions

  @Argument(help: "The chapters to build; all of them unless given.")
  var chapters: [String] = []

  func run() async throws {
    let command = self
    try await Interruption.ending { try await command.work() }
  }

  private func work() async throws {
    let folder = BookFolder(book)
    let target = output ?? folder.sitePath
    let build = BookBuild(folder: folder, names: chapters, target: target)
    var pipeline = Pipeline(running)
    try await build.run(pipeline)
    print("Open \(PageFiles.join(target, "index.html"))")
    if watch {
      fflush(nil)
      let saved = try FolderWatch(folder.chaptersPath)
      while true {
        await saved.nextChange()
        try Task.checkCancellation()
        pipeline = Pipeline(continuing: pipeline)
        do {
          try await build.run(pipeline)
        } catch  where !(error is CancellationError) {
          pipeline.console.show(error)
        }
      }
    }
    if pipeline.console.hasSeenError { throw ExitCode(1) }
  }
}
