import BookModel
import Markdown

/// Turns the bytes of a Markdown file into a `Chapter`, or into all that is wrong with them.
public enum ChapterParser {
  /// The largest file that is parsed, in bytes.
  public static let maximumSize = 8_000_000
  /// The deepest nesting of quotes, lists and markup that is parsed.
  public static let maximumDepth = 100

  /// Parses a chapter.
  ///
  /// - Parameters:
  ///   - bytes: the file's content. A byte order mark at its start is skipped and counts in no
  ///     column.
  ///   - path: the file's path as the user named it, for the diagnostics and for the title of a
  ///     chapter that has none.
  /// - Returns: the chapter, or every error in it with its place in the file. Blocks whose code does
  ///   not end what it begins are errors that a chapter can have.
  public static func parse(_ bytes: [UInt8], path: String) -> ParsedChapter {
    let errors = ErrorCollector()
    if bytes.count > maximumSize {
      let start = SourceText(file: path, bytes: []).range(line: 1, column: 1)
      errors.report(.text(.tooLarge(bytes.count)), at: start)
      return ParsedChapter(chapter: nil, diagnostics: errors.diagnostics)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let source = SourceText(file: path, bytes: content)
    guard let text = TextCheck.text(of: source, errors) else {
      return ParsedChapter(chapter: nil, diagnostics: errors.diagnostics)
    }
    let header = FrontMatterReader.read(source, errors)
    var chapter = Chapter(
      path: path, text: text, frontMatter: header.frontMatter(title: ""),
      bodyLine: header.bodyLine, blocks: [])
    let document = MarkdownDocument(chapter.body)
    NestingCheck.check(document, source, bodyLine: header.bodyLine, errors)
    HiddenBlockCheck.check(document, source, bodyLine: header.bodyLine, errors)
    let fences = CodeFence.all(in: document, source, bodyLine: header.bodyLine)
    var reader = BlockReader(source: source, errors: errors)
    for fence in fences { reader.read(fence) }
    chapter.blocks = reader.blocks
    chapter.inlineValues = InlineValueReader(
      source: source, bodyLine: header.bodyLine, experiments: chapter.experimentsByID,
      errors: errors
    ).read(document)
    var formulaReader = FormulaReader(
      source: source, bodyLine: header.bodyLine, ids: chapter.experimentsByID.mapValues(\.fence),
      errors: errors)
    chapter.formulas = formulaReader.read(document, fences)
    chapter.frontMatter.title =
      header.title ?? ChapterTitle.heading(of: document) ?? ChapterTitle.fileName(of: path)
    var prose = ProseReader(chapter: chapter, source: source, errors: errors)
    chapter.prose = prose.read(document)
    let problems = Set(chapter.blocks.compactMap(\.problem))
    let isWhole = !errors.diagnostics.filter { !problems.contains($0) }.containsError
    return ParsedChapter(
      chapter: isWhole ? chapter : nil, diagnostics: errors.diagnostics.sortedByPlace)
  }
}

extension ChapterParser {
  /// The text of bytes that are UTF-8; never a repaired one.
  /// - Parameters:
  ///   - bytes: any bytes
  ///   - path: what the diagnostics call them
  /// - Returns: the text, or nil with the place of the first byte that is not UTF-8
  public static func text(of bytes: [UInt8], path: String) -> (String?, [Diagnostic]) {
    let errors = ErrorCollector()
    let text = TextCheck.decoded(SourceText(file: path, bytes: bytes), errors)
    return (text, errors.diagnostics)
  }
}

extension Chapter {
  fileprivate var experimentsByID: [String: Block] {
    var found: [String: Block] = [:]
    for block in blocks { if let id = block.experimentID { found[id] = block } }
    return found
  }
}
