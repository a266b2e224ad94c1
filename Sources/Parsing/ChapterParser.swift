import BookModel
import Markdown
import MathML
import Prose

/// Parses the bytes of a Markdown file as a `Chapter`, with its errors and warnings.
public enum ChapterParser {
  /// The largest file that is parsed, in bytes.
  public static let maximumSize = ChapterLimit.size
  /// The deepest nesting of quotes, lists and markup that is parsed.
  public static let maximumDepth = ChapterLimit.depth

  /// Parses a chapter.
  ///
  /// - Parameters:
  ///   - bytes: the file's content. A byte order mark at its start is skipped and not counted in
  ///     columns.
  ///   - path: the file's path as the user named it, for the diagnostics.
  ///   - macros: the macros that the book gives its formulas.
  /// - Returns: the chapter as far as it could be understood, with all errors and warnings at their
  ///   positions in the file.
  public static func parse(
    _ bytes: [UInt8], path: String, macros: TeXMacros = TeXMacros()
  ) -> ParsedChapter {
    let errors = ErrorCollector()
    if bytes.count > maximumSize {
      let start = SourceText(file: path, bytes: []).range(line: 1, column: 1)
      errors.report(.text(.tooLarge(bytes.count)), at: start)
      let head = SourceText(file: path, bytes: Array(bytes.prefix(ChapterLimit.frontMatterSize)))
      return refused(head, text: "", errors)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let source = SourceText(file: path, bytes: content)
    guard let text = TextCheck.text(of: source, errors) else {
      return refused(source, text: String(decoding: content, as: UTF8.self), errors)
    }
    var chapter = chapter(of: source, text: text, macros, errors)
    chapter.faults = errors.diagnostics.filter { $0.severity == .error }.sortedByPlace
    return ParsedChapter(chapter: chapter, diagnostics: errors.diagnostics.sortedByPlace)
  }

  /// Makes the chapter for a file that cannot be read.
  ///
  /// - Parameters:
  ///   - path: the file's path as the user named it.
  ///   - reason: the reason why it cannot be read.
  public static func unreadable(_ path: String, because reason: Diagnostic) -> ParsedChapter {
    let errors = ErrorCollector()
    errors.report(reason)
    return refused(SourceText(file: path, bytes: []), text: "", errors)
  }

  /// Makes a chapter whose text is shown verbatim, with the best title available.
  private static func refused(
    _ source: SourceText, text: String, _ errors: ErrorCollector
  ) -> ParsedChapter {
    var header = FrontMatterReader.read(source, ErrorCollector())
    header.isDamaged = true
    let language = header.frontMatter(title: "", path: source.file).language
    let title =
      ChapterTitle.line(of: source, from: header.bodyLine) ?? ChapterTitle.untitled(language)
    var chapter = Chapter(
      path: source.file, text: text,
      frontMatter: header.frontMatter(
        title: title, path: source.file),
      bodyLine: header.bodyLine, blocks: [])
    chapter.faults = errors.diagnostics
    return ParsedChapter(chapter: chapter, diagnostics: errors.diagnostics)
  }

  private static func chapter(
    of source: SourceText, text: String, _ macros: TeXMacros, _ errors: ErrorCollector
  ) -> Chapter {
    let header = FrontMatterReader.read(source, errors)
    var chapter = Chapter(
      path: source.file, text: text,
      frontMatter: header.frontMatter(title: "", path: source.file), bodyLine: header.bodyLine,
      blocks: [])
    chapter.macros = macros
    var reading = MarkdownReading(
      source.bytes, lineStarts: source.lineStarts, firstLine: header.bodyLine)
    let document = MarkdownDocument(reading.tree)
    let isShallow = NestingCheck.check(document, source, errors)
    HiddenBlockCheck.check(document, source, errors)
    let fences = CodeFence.all(in: document, source)
    chapter.blocks = blocks(of: fences, source, errors)
    FigureCaptionReader(source: source).read(document, chapter.blocks, &reading)
    let features = ProseFeatures(of: chapter.body)
    if features.contains(.tables) {
      var tables = TableReader(reading, file: source.file, errors: errors)
      tables.read(document)
    }
    reading.placeFormulas(in: document)
    reading.readTasks(in: document)
    reading.readStrikethrough(in: document)
    reading.readBareAddresses(in: document)
    var markup = RawMarkupReader(source: source, errors: errors)
    markup.read(document)
    readValues(of: &chapter, document, fences, reading, source, errors)
    chapter.frontMatter.title =
      header.title ?? ChapterTitle.heading(of: document)
      ?? ChapterTitle.opening(of: document, chapter.frontMatter.language)
    let images = ImageLabelReader(source: source, errors: errors).read(document)
    var prose = ProseReader(
      features, chapter: chapter, anchors: markup.anchors + images, source: source, errors: errors)
    chapter.prose = prose.read(document)
    ForeignSyntaxReader(source: source, errors: errors).read(document)
    guard isShallow else { return chapter.asPlainText }
    chapter.tree = document.takeTree()
    return chapter
  }

  /// Reads the blocks of Swift, and makes nodes of them.
  private static func blocks(
    of fences: [CodeFence], _ source: SourceText, _ errors: ErrorCollector
  ) -> [Block] {
    var reader = BlockReader(source: source, errors: errors)
    for fence in fences {
      let index = reader.blocks.count
      reader.read(fence)
      if reader.blocks.count > index { fence.node.become(.block, item: index) }
    }
    return reader.blocks
  }

  /// Reads the formulas and the inline values.
  private static func readValues(
    of chapter: inout Chapter, _ document: MarkdownDocument, _ fences: [CodeFence],
    _ reading: MarkdownReading, _ source: SourceText, _ errors: ErrorCollector
  ) {
    let experiments = chapter.experimentsByID
    var formulaReader = FormulaReader(
      reading, macros: chapter.macros, source: source, ids: experiments.mapValues(\.fence),
      errors: errors)
    chapter.formulas = formulaReader.read(document, fences)
    formulaReader.reportUnclosed()
    chapter.inlineValues = InlineValueReader(
      source: source, experiments: experiments, errors: errors
    ).read(document)
  }
}

extension ChapterParser {
  /// Decodes bytes as UTF-8, without repairing any.
  /// - Parameters:
  ///   - bytes: any bytes
  ///   - path: the path for the diagnostics
  /// - Returns: the text, or nil with an error at the first byte that is not UTF-8
  public static func text(of bytes: [UInt8], path: String) -> (String?, [Diagnostic]) {
    let errors = ErrorCollector()
    let text = TextCheck.decoded(SourceText(file: path, bytes: bytes), errors)
    return (text, errors.diagnostics)
  }
}

extension Chapter {
  /// The chapter without anything to render or run.
  fileprivate var asPlainText: Chapter {
    Chapter(path: path, text: text, frontMatter: frontMatter, bodyLine: bodyLine, blocks: [])
  }

  fileprivate var experimentsByID: [String: Block] {
    var found: [String: Block] = [:]
    for block in blocks { if let id = block.experimentID { found[id] = block } }
    return found
  }
}
