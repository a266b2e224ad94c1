import ArgumentParser
import BookModel
import BookPipeline
import Foundation
import Rendering

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

  @Flag(help: "Stay, and build again whenever a file of the book changes. Ctrl-C ends it.")
  var watch = false

  @Flag(
    inversion: .prefixedNo,
    help: "Let the pages run their experiments again, without a server, where that is possible.")
  var live = true

  @OptionGroup var running: RunningOptions

  @Argument(help: "The chapters to build; all of them unless given.")
  var chapters: [String] = []

  func run() async throws {
    let command = self
    try await Interruption.ending { try await command.work() }
  }

  private func work() async throws {
    let folder = BookFolder(book, output: output)
    let build = BookBuild(folder: folder, names: chapters, live: live ? .all : .nothing)
    // A change during the first build must not be missed.
    let watch = self.watch ? try FolderWatch(folder) : nil
    let pipeline = Pipeline(running)
    try await build.run(pipeline)
    print("Open \(PageFiles.join(folder.sitePath, Site.indexPath))")
    if let watch {
      fflush(nil)
      try await repeatBuild(build, after: pipeline, at: watch)
    }
    if pipeline.console.hasSeenError { throw ExitCode(1) }
  }

  /// Builds again after every change, until the task is cancelled.
  private func repeatBuild(
    _ build: BookBuild, after first: Pipeline, at watch: FolderWatch
  ) async throws {
    var pipeline = first
    var faults = pipeline.console.errors
    while true {
      await watch.nextChange()
      try Task.checkCancellation()
      pipeline = Pipeline(continuing: pipeline)
      do {
        try await build.again.run(pipeline)
        let left = pipeline.console.errors
        if let mended = MendedFaults(before: faults, after: left) {
          pipeline.console.show(mended.description.forTerminal)
        }
        faults = left
      } catch  where !(error is CancellationError) {
        pipeline.console.show(error)
        // The build did not get far enough to find the other errors again.
        faults += pipeline.console.errors
      }
    }
  }
}
