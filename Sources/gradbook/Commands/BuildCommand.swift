import ArgumentParser
import BookModel
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

  @OptionGroup var running: RunningOptions

  @Argument(help: "The chapters to build; all of them unless given.")
  var chapters: [String] = []

  func run() async throws {
    let pipeline = Pipeline(running)
    let folder = BookFolder(book)
    var load = ChapterLoad(paths: try folder.chapterPaths())
    let wanted = try chapters.map { try folder.path(ofChapter: $0, among: load.paths) }
    load.parse()

    let chosen = load.chapters.filter { wanted.isEmpty || wanted.contains($0.path) }
    let runs = await pipeline.run(chosen)
    let site = Site(
      chapters: chosen.map { ($0, runs[$0.path] ?? ChapterRun()) }, book: load.chapters)
    let target = output ?? folder.sitePath
    try PageFiles.write(site.pages, to: target)

    let shown = load.diagnostics.filter { diagnostic in
      wanted.isEmpty || diagnostic.range.map { wanted.contains($0.file) } ?? true
    }
    pipeline.finish(
      shown + runs.values.flatMap(\.diagnostics),
      summary: "Built \(chosen.count == 1 ? "1 chapter" : "\(chosen.count) chapters")")
    print("Open \(PageFiles.join(target, "index.html"))")
    if pipeline.console.hasSeenError { throw ExitCode(1) }
  }
}
