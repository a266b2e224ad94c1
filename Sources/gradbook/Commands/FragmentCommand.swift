import ArgumentParser
import BookModel
import BookPipeline
import Execution
import Foundation
import Markdown
import Parsing
import Rendering

struct FragmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fragment",
    abstract: "Turn Markdown on standard input into an HTML fragment on standard output.",
    discussion: """
      Without --plain the input is a chapter: its experiments run, and the fragment is the body of \
      its page, with quotation marks, dashes and dots as they were typed. With --plain it is CommonMark and nothing else, raw HTML included. With --math each \
      line is a formula, 'D', a tab and TeX for one on lines of its own or 'I', a tab and TeX for one \
      within text, and becomes one line of MathML or 'ERROR' with the reason.

      Example: gradbook fragment --plain < notes.md
      """)

  @Flag(help: "CommonMark alone: nothing runs, nothing is replaced, raw HTML passes.")
  var plain = false

  @Flag(help: "A formula a line; to try formulas, or to check the converter.")
  var math = false

  @OptionGroup var running: RunningOptions

  func run() async throws {
    let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    if plain || math { return try renderPlain(input) }
    let command = self
    try await Interruption.ending { try await command.work(input) }
  }

  private func work(_ input: [UInt8]) async throws {
    let use = await CacheUse()
    defer { use.end() }
    let pipeline = Pipeline(running)
    let parsed = UnsavedChapter(bytes: input, path: "stdin").parsed(within: nil)
    let chapter = parsed.chapter
    let run = await pipeline.run([chapter])[chapter.path] ?? ChapterRun()
    write(ChapterPage(chapter: chapter, run: run).fragment)
    pipeline.console.show(use.warnings + parsed.diagnostics + run.diagnostics)
    if pipeline.console.hasSeenError { throw ExitCode(1) }
  }

  private func renderPlain(_ input: [UInt8]) throws {
    let (text, diagnostics) = ChapterParser.text(of: input, path: "stdin")
    guard let text else {
      Console().show(diagnostics)
      throw ExitCode(1)
    }
    write(math ? FormulaLines.converted(text) : MarkdownDocument(text).html(allowingRawHTML: true))
  }

  private func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
