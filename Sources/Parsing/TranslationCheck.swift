import BookModel
import SwiftLexing

/// Compares the code of translated chapters with that of their originals.
public enum TranslationCheck {
  /// Returns a warning for each block whose code is not that of its original, texts, comments and blank
  /// space aside, and for each experiment that only one of both has.
  ///
  /// Chapters with the same file name in different languages are the same chapter. The English one is the
  /// original, or else the first.
  public static func findings(in chapters: [Chapter]) -> [Diagnostic] {
    var originals: [String: Chapter] = [:]
    for chapter in chapters where !chapter.frontMatter.isReference {
      let name = fileName(of: chapter)
      if originals[name] == nil || chapter.frontMatter.language == .english {
        originals[name] = chapter
      }
    }
    return chapters.flatMap { chapter -> [Diagnostic] in
      guard let original = originals[fileName(of: chapter)],
        original.frontMatter.language != chapter.frontMatter.language
      else { return [] }
      return Self.findings(in: chapter, comparedWith: original)
    }
  }

  private static func fileName(of chapter: Chapter) -> String {
    chapter.path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
  }

  private static func findings(in chapter: Chapter, comparedWith original: Chapter) -> [Diagnostic]
  {
    let (own, theirs) = (named(chapter), named(original))
    let byName = Dictionary(theirs.map { ($0.name, $0.block) }) { first, _ in first }
    let names = Set(own.map(\.name))
    var findings: [Diagnostic] = own.compactMap { name, block in
      guard let counterpart = byName[name] else {
        return Diagnostic(
          .warning, at: SourceRange(file: chapter.path, start: block.fence.start),
          "the original, '\(original.path)', has no \(name)")
      }
      return difference(block, chapter, counterpart, original, name)
    }
    for (name, block) in theirs where !names.contains(name) {
      findings.append(
        Diagnostic(
          .warning, at: SourceRange(file: chapter.path, start: SourcePosition(line: 1, column: 1)),
          "the original has \(name), which is missing here",
          notes: [note(block.fence.start, original)]))
    }
    return findings
  }

  /// Returns the blocks that run, each with its name in a sentence.
  private static func named(_ chapter: Chapter) -> [(name: String, block: Block)] {
    var setups = 0
    return chapter.blocks.filter { $0.number != nil }.map { block in
      if let id = block.experimentID { return ("experiment '\(id)'", block) }
      setups += 1
      return ("setup block \(setups)", block)
    }
  }

  private static func note(_ position: SourcePosition, _ chapter: Chapter) -> Diagnostic.Note {
    .init(range: SourceRange(file: chapter.path, start: position), message: "the original is here")
  }

  private static func difference(
    _ block: Block, _ chapter: Chapter, _ counterpart: Block, _ original: Chapter, _ name: String
  ) -> Diagnostic? {
    let (own, theirs) = (CodeWords(block), CodeWords(counterpart))
    let same = zip(own.words, theirs.words).prefix { $0.text == $1.text }.count
    let (here, there) = (own.words.dropFirst(same).first, theirs.words.dropFirst(same).first)
    if here == nil, there == nil { return nil }
    func quoted(_ word: CodeWords.Word?) -> String { word.map { "'\($0.text)'" } ?? "its end" }
    return Diagnostic(
      .warning,
      at: SourceRange(file: chapter.path, start: here?.position ?? own.end),
      "the code of \(name) is not the original's: \(quoted(here)) instead of \(quoted(there))",
      notes: [note(there?.position ?? theirs.end, original)])
  }
}

/// The code of a block without texts, comments and blank space.
private struct CodeWords {
  struct Word {
    var text: String
    var position: SourcePosition
  }

  var words: [Word] = []
  /// The place behind the last line.
  var end: SourcePosition

  init(_ block: Block) {
    let bytes = Array(block.code.utf8)
    var (line, lineStart) = (block.codeStart.line, 0)
    for token in SwiftLexer.tokens(in: block.code) {
      switch token.kind {
      case .whitespace: break
      case .newline: (line, lineStart) = (line + 1, token.range.upperBound)
      case .comment, .string:
        for index in token.range where bytes[index] == UInt8(ascii: "\n") {
          (line, lineStart) = (line + 1, index + 1)
        }
      default:
        words.append(
          Word(
            text: token.text(in: bytes),
            position: SourcePosition(
              line: line, column: block.codeStart.column + token.range.lowerBound - lineStart)))
      }
    }
    end = SourcePosition(line: line, column: block.codeStart.column)
  }
}
