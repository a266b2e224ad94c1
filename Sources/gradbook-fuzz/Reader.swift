import ArgumentParser
import BookModel
import Execution
import MathML
import Parsing
import Prose
import Rendering

/// The parts of Gradbook that read input from others.
enum Reader: String, CaseIterable, ExpressibleByArgument {
  /// Parses a chapter and renders its page.
  case chapter
  /// Converts a formula to MathML.
  case tex
  /// Reads a bibliography.
  case bibtex
  /// Reads the output of a block and renders it in a page.
  case transcript
  /// Reads the output of the compiler.
  case compilerMessages = "compiler-messages"

  /// All names, for a message.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The chapter in which the outputs of a transcript are shown.
  private static let frame = ChapterParser.parse(
    Array("# Outputs\n\n```swift experiment id=a\nrun()\n```\n".utf8), path: "frame.md"
  ).chapter

  /// Reads an input to its end.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .chapter:
      let parsed = ChapterParser.parse(bytes, path: "fuzz.md")
      precondition(!ChapterPage(chapter: parsed.chapter, run: ChapterRun()).html.isEmpty)
      for diagnostic in parsed.diagnostics { precondition(!diagnostic.description.isEmpty) }
    case .tex:
      let text = String(decoding: bytes, as: UTF8.self)
      for style in [TeXFormula.Style.inline, .display] {
        let formula = TeXFormula(text, style: style)
        precondition(formula.faults.isEmpty != formula.markup.isEmpty)
      }
    case .bibtex:
      let bibliography = Bibliography(bytes, path: "fuzz.bib")
      for key in bibliography.keys { precondition(bibliography.work(key)?.entry.key == key) }
      precondition(bibliography.warnings(exceptOf: []).count <= bytes.count + 1)
    case .transcript:
      let result = ExperimentResult(outputs: UntrustedText.outputs(inTranscript: bytes))
      let run = ChapterRun(results: ["a": result])
      precondition(!ChapterPage(chapter: Self.frame, run: run).html.isEmpty)
    case .compilerMessages:
      let messages = UntrustedText.messages(inCompilerOutput: bytes, file: "chapter.swift")
      precondition(messages.count <= bytes.count)
    }
  }
}
