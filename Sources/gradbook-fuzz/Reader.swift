import ArgumentParser
import BookModel
import Execution
import MathML
import Parsing
import Prose
import Rendering

/// Something that reads what others wrote.
enum Reader: String, CaseIterable, ExpressibleByArgument {
  /// A chapter, up to its page.
  case chapter
  /// A formula, up to its MathML.
  case tex
  /// A bibliography.
  case bibtex
  /// What a running block wrote, up to its place in a page.
  case transcript
  /// What the compiler wrote.
  case compilerMessages = "compiler-messages"

  /// All names, for a message.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The chapter that shows what a transcript holds.
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
      precondition(bibliography.keys.count == bibliography.entries.count)
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
