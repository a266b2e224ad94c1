import BookModel
import MathML
import Yams

/// Reads `book.yml`, which says what a book is called and what belongs to all of its chapters. It holds
/// data and nothing that runs.
public struct BookFileReader {
  /// A key of the file.
  enum Key: String, CaseIterable {
    case title
    case description
    case author
    case licence
    case cover
    case identifier
    case macros

    /// The key of a name, in whichever spelling.
    init?(name: String) {
      switch name {
      case "authors": self = .author
      case "license": self = .licence
      default: self.init(rawValue: name)
      }
    }

    /// The expected value, for messages.
    var expectation: String {
      switch self {
      case .title, .description: "a text, or a text for each language"
      case .author: "a name or a list of names"
      case .licence, .cover, .identifier: "a text"
      case .macros: "a mapping from commands to TeX, or definitions such as '\\newcommand{\\R}{…}'"
      }
    }

    /// An example line, for hints.
    var example: String {
      switch self {
      case .title: "title: Gradient descent"
      case .description: "description: How far a step may go."
      case .author: "author: Augustin-Louis Cauchy"
      case .licence: "licence: CC BY 4.0"
      case .cover: "cover: cover.png"
      case .identifier: "identifier: urn:isbn:9780000000000"
      case .macros: "macros: {'\\E': '\\mathbb{E}'}"
      }
    }
  }

  /// The largest file that is read, in bytes.
  public static let maximumSize = 64_000

  private let source: SourceText
  private var book: BookDescription
  private var diagnostics: [Diagnostic] = []
  private var coverRange: SourceRange?
  private var coverPath: String?

  /// What a file says.
  public struct Result: Sendable {
    /// The book as far as it could be understood.
    public var book: BookDescription
    /// The image of the cover, which has not been read yet; its address is relative to the file.
    public var cover: EmbeddedImage?
    /// The errors and warnings.
    public var diagnostics: [Diagnostic]
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: its content
  ///   - path: its path, for the diagnostics
  ///   - title: the title of a book whose file gives none
  public static func read(_ bytes: [UInt8], path: String, title: String) -> Result {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var reader = BookFileReader(SourceText(file: path, bytes: content), title: title)
    reader.read()
    let cover = reader.coverPath.flatMap { address in
      reader.coverRange.map { EmbeddedImage(address: address, range: $0) }
    }
    return Result(
      book: reader.book, cover: cover, diagnostics: reader.diagnostics.sortedByPlace)
  }

  private init(_ source: SourceText, title: String) {
    self.source = source
    book = BookDescription(title: title)
  }

  private mutating func read() {
    let start = source.range(line: 1, column: 1)
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      return report(.error, at: start, "the file is not UTF-8", hint: "save the file as UTF-8")
    }
    if source.bytes.count > Self.maximumSize {
      return report(
        .error, at: start,
        "the file has \(source.bytes.count) bytes; it has at most \(Self.maximumSize)",
        hint: "keep the text for the chapters")
    }
    if let anchor = AliasExpansionCheck.firstAnchor(in: source.bytes[...]) {
      return report(
        .error, at: source.range(ofByte: anchor), "an anchor or alias in the file",
        hint: "write the value out")
    }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { return }
        guard case .mapping(let mapping) = root else {
          return report(
            .error, at: range(root.mark), "the file is not made of 'key: value' lines",
            hint: "write for example '\(Key.title.example)'")
        }
        for (key, value) in mapping { read(key, value) }
      }
    } catch {
      report(
        .error, at: start, "the file is not YAML: \(error)",
        hint: "put a value with ':', '#' or quotes in it between \"…\"")
    }
  }

  private mutating func read(_ node: Node, _ value: Node) {
    let name = node.scalar?.string ?? "[…]"
    guard let key = Key(name: name) else {
      let names = Key.allCases.map(\.rawValue)
      return report(
        .warning, at: range(node.mark), "unknown key '\(name)'",
        hint: NearMiss.question(name, among: names)
          ?? "the keys are \(names.joined(separator: ", "))")
    }
    if node.anchor != nil || value.anchor != nil {
      return report(
        .error, at: range(node.mark), "an anchor or alias in the file", hint: "write the value out")
    }
    if !set(key, value) {
      report(
        .error, at: range(value.mark), "'\(name)' must be \(key.expectation)",
        hint: "write for example \"\(key.example)\"")
    }
  }

  /// Sets a key from its value.
  /// - Returns: true when the value is valid for the key
  private mutating func set(_ key: Key, _ value: Node) -> Bool {
    switch key {
    case .title:
      if let text = Self.text(value) {
        book.title = text
        return true
      }
      return setTexts(value) { $0.titles[$1] = $2 }
    case .description:
      if let text = Self.text(value) {
        for language in FrontMatter.Language.allCases { book.summaries[language] = text }
        return true
      }
      return setTexts(value) { $0.summaries[$1] = $2 }
    case .author:
      if let name = Self.text(value) {
        book.authors = [name]
      } else if let list = value.sequence {
        book.authors = list.compactMap(Self.text)
        return book.authors.count == list.count && !book.authors.isEmpty
      } else {
        return false
      }
    case .licence:
      book.licence = Self.text(value)
      return book.licence != nil
    case .identifier:
      book.identifier = Self.text(value)
      return book.identifier != nil
    case .cover:
      guard let text = Self.text(value) else { return false }
      if text == "drawn" {
        book.cover = .drawn
      } else {
        (coverPath, coverRange) = (text, range(value.mark))
      }
    case .macros: return setMacros(value)
    }
    return true
  }

  private mutating func setTexts(
    _ value: Node, _ set: (inout BookDescription, FrontMatter.Language, String) -> Void
  ) -> Bool {
    guard let mapping = value.mapping else { return false }
    for (key, value) in mapping {
      guard let tag = key.scalar?.string, let language = FrontMatter.Language(rawValue: tag),
        let text = Self.text(value)
      else { return false }
      set(&book, language, text)
    }
    let titles = book.titles
    if let first = FrontMatter.Language.allCases.lazy.compactMap({ titles[$0] }).first {
      book.title = first
    }
    return true
  }

  private mutating func setMacros(_ value: Node) -> Bool {
    if let definitions = Self.text(value) {
      for fault in book.macros.read(definitions) { report(fault, at: value.mark) }
      return true
    }
    guard let mapping = value.mapping else { return false }
    for (key, value) in mapping {
      guard let name = key.scalar?.string, let body = Self.text(value) else { return false }
      for fault in book.macros.define(name, as: body) { report(fault, at: key.mark) }
    }
    return true
  }

  private mutating func report(_ fault: TeXFault, at mark: Mark?) {
    let error = ParsingError.formula(.tex(fault.kind))
    report(.error, at: range(mark), "in 'macros': \(error.message)", hint: error.hint)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, at range: SourceRange, _ message: String, hint: String
  ) {
    diagnostics.append(Diagnostic(severity, at: range, message, hint: hint))
  }

  private static func text(_ node: Node) -> String? {
    guard let scalar = node.scalar else { return nil }
    let isNull = scalar.style == .plain && ["~", "null", ""].contains(scalar.string)
    let text = FrontMatterLine.trimmed(scalar.string)
    return isNull || text.isEmpty ? nil : text
  }

  private func range(_ mark: Mark?) -> SourceRange {
    source.range(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
