import BookModel
import SwiftLexing

/// Compares the code of translated chapters with that of their originals.
public enum TranslationCheck {
  /// Returns a warning for each block whose code is not that of its original, texts, comments and blank
  /// space aside, for each experiment that sees other setup blocks, and for each block that only one of
  /// both has.
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
    let byName = Dictionary(theirs.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(own.map(\.name))
    var findings: [Diagnostic] = own.flatMap { item -> [Diagnostic] in
      let place = SourceRange(file: chapter.path, start: item.block.fence.start)
      guard let counterpart = byName[item.name] else {
        return [
          Diagnostic(
            .warning, at: place, "the original, '\(original.path)', has no \(item.name)")
        ]
      }
      let sight = sight(item, counterpart).map {
        Diagnostic(
          .warning, at: place, "\(item.name) \($0)",
          notes: [note(counterpart.block.fence.start, original)])
      }
      return [sight, difference(item.block, chapter, counterpart.block, original, item.name)]
        .compactMap { $0 }
    }
    for (name, block, _) in theirs where !names.contains(name) {
      findings.append(
        Diagnostic(
          .warning, at: SourceRange(file: chapter.path, start: SourcePosition(line: 1, column: 1)),
          "the original has \(name), which is missing here",
          notes: [note(block.fence.start, original)]))
    }
    return findings
  }

  /// A setup block or an experiment, with its name in a sentence and the number of setup blocks above it.
  private typealias Named = (name: String, block: Block, setups: Int)

  private static func named(_ chapter: Chapter) -> [Named] {
    var setups = 0
    return chapter.blocks.filter { $0.role != .listing }.map { block in
      if let id = block.experimentID { return ("experiment '\(id)'", block, setups) }
      setups += 1
      return ("setup block \(setups)", block, setups - 1)
    }
  }

  /// Returns the way in which a block is compiled or run with other code than its counterpart; nil when it
  /// is not.
  private static func sight(_ own: Named, _ counterpart: Named) -> String? {
    let options: [(name: BlockOption, isSet: (BlockOptions) -> Bool)] = [
      (.standalone, { $0.standalone }), (.norun, { $0.norun }),
    ]
    for option in options
    where option.isSet(own.block.options) != option.isSet(counterpart.block.options) {
      return "is '\(option.name.rawValue)' "
        + (option.isSet(own.block.options)
          ? "here, and not in the original" : "in the original only")
    }
    if own.setups == counterpart.setups || own.block.options.standalone { return nil }
    return
      "stands below \(own.setups) setup block\(own.setups == 1 ? "" : "s"), in the original below"
      + " \(counterpart.setups)"
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
