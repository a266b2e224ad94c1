import BookModel
import Yams

/// Reads the YAML between the `---` lines at the head of a chapter. It contains only data: one
/// level of keys, with plain values.
struct FrontMatterReader {
  private let source: SourceText
  private let errors: ErrorCollector
  private var header = ChapterHeader()
  /// The keys whose values have been read, valid or not.
  private var given: Set<FrontMatterKey> = []

  /// Reads the front matter; a file without any has an empty header.
  static func read(_ source: SourceText, _ errors: ErrorCollector) -> ChapterHeader {
    guard isRule(source.line(1)) else { return ChapterHeader() }
    let count = errors.errorCount
    var reader = FrontMatterReader(source: source, errors: errors)
    let lines = reader.read()
    if errors.errorCount > count {
      reader.header.isDamaged = true
      reader.recover(lines)
    }
    return reader.header
  }

  private init(source: SourceText, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Reads everything.
  ///
  /// - Returns: the lines between the rules; when there is no second rule, those that look like
  ///   front matter.
  private mutating func read() -> Range<Int> {
    let first = source.range(line: 1, column: 1, length: 3)
    guard let last = (2...max(source.lineCount, 2)).first(where: { Self.isRule(source.line($0)) })
    else {
      errors.report(.frontMatter(.unclosed), at: first)
      header.bodyLine = (2...).first { FrontMatterLine(source.line($0)) == nil } ?? 2
      return 2..<header.bodyLine
    }
    header.bodyLine = last + 1
    let bytes = source.bytes[source.lineStarts[1]..<source.lineStarts[last - 1]]
    if bytes.count > ChapterLimit.frontMatterSize {
      errors.report(.frontMatter(.tooLarge(bytes.count)), at: first)
    } else if let offset = AliasExpansionCheck.firstAnchor(in: bytes) {
      errors.report(.frontMatter(.anchor), at: source.range(ofByte: offset))
    } else {
      compose(String(decoding: bytes, as: UTF8.self), lines: 2..<last)
    }
    return 2..<last
  }

  // MARK: Recovering

  /// Reads the lines that can be understood, such as `title: SGD: a tale`, when the whole is not
  /// YAML, so that the chapter keeps its title and its place in the book.
  private mutating func recover(_ lines: Range<Int>) {
    for number in lines.prefix(100) {
      guard let line = FrontMatterLine(source.line(number)), !line.value.isEmpty,
        !given.contains(line.key)
      else { continue }
      if set(line.key, line.value, isPlain: true) { given.insert(line.key) }
    }
  }

  // MARK: Reading

  private mutating func compose(_ yaml: String, lines: Range<Int>) {
    do {
      // The basic resolver does not convert values.
      let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      // The parser owns the anchors, so it must outlive the check for them.
      try withExtendedLifetime(parser) {
        if let root = try parser.singleRoot() { read(root) }
      }
    } catch YamlError.duplicatedKeysInMapping(_, _) {
      composeWithoutDuplicates(lines: lines)
    } catch let error as YamlError {
      report(error)
    } catch {
      errors.report(.frontMatter(.notYAML("\(error)")), at: source.range(line: 1, column: 1))
    }
  }

  /// Reports each duplicate key, and reads the rest without it.
  private mutating func composeWithoutDuplicates(lines: Range<Int>) {
    var places: [String: SourceRange] = [:]
    var kept: [UInt8] = []
    let count = errors.errorCount
    for number in lines {
      let line = source.line(number)
      let key = line.prefix { $0 != 0x3A }
      let name = String(decoding: key, as: UTF8.self)
      let isKey = key.count < line.count && ![0x20, 0x09, 0x23].contains(key.first ?? 0x20)
      let place = source.range(line: number, key.startIndex..<key.endIndex)
      if isKey, let first = places[name] {
        errors.report(
          .frontMatter(.duplicateKey(name)), at: place,
          notes: [Diagnostic.Note(range: first, message: "first given here")])
      } else {
        if isKey { places[name] = place }
        kept += line
      }
      kept.append(0x0A)
    }
    guard errors.errorCount > count else {
      return errors.report(
        .frontMatter(.notKeys), at: source.range(line: lines.lowerBound, column: 1))
    }
    compose(String(decoding: kept, as: UTF8.self), lines: lines)
  }

  private mutating func read(_ root: Node) {
    guard case .mapping(let mapping) = root else {
      return errors.report(.frontMatter(.notKeys), at: range(root.mark))
    }
    for (key, value) in mapping {
      if key.anchor != nil || value.anchor != nil {
        errors.report(.frontMatter(.anchor), at: range(key.mark))
      } else if let name = key.scalar?.string, let known = FrontMatterKey(rawValue: name) {
        set(known, value)
      } else {
        let name = key.scalar?.string ?? "[…]"
        errors.report(.frontMatter(.unknownKey(name)), at: range(key.mark))
        // Perhaps the language was meant.
        if NearMiss.word(near: name, among: FrontMatterKey.names) != nil { header.isDamaged = true }
      }
    }
  }

  private mutating func set(_ key: FrontMatterKey, _ node: Node) {
    given.insert(key)
    let found = Self.value(of: node)
    if key == .author, let authors = Self.authors(of: node) {
      header.authors = authors
      return
    }
    if key == .reference, case .sequence(let list) = node {
      let places = list.compactMap(\.scalar?.string)
      if places.count == list.count, !places.isEmpty { header.reference = places; return }
    }
    if key == .lang, case .text(let text) = found, language(text) == nil {
      errors.report(.frontMatter(.unknownLanguage(text)), at: range(node.mark))
      return
    }
    if case .text(let text) = found, set(key, text, isPlain: node.scalar?.style == .plain) {
      return
    }
    errors.report(.frontMatter(.wrongValue(key, found: found)), at: range(node.mark))
  }

  /// Sets a key from its value as written.
  ///
  /// - Returns: true when the value is valid for the key.
  private mutating func set(_ key: FrontMatterKey, _ text: String, isPlain: Bool) -> Bool {
    switch key {
    case .title: header.title = FrontMatterLine.trimmed(text)
    case .summary: header.summary = FrontMatterLine.trimmed(text)
    case .lang:
      header.language = language(text)
    case .order:
      guard isPlain, Self.isDigits(text), let order = Int(text) else { return false }
      (header.order, header.isFront) = order > 0 ? (order, false) : (nil, true)
    case .author: header.authors = [FrontMatterLine.trimmed(text)]
    case .date: header.date = FrontMatterLine.trimmed(text)
    case .reference: header.reference = [FrontMatterLine.trimmed(text)]
    case .lists:
      guard let list = FrontMatter.List(rawValue: FrontMatterLine.trimmed(text)) else {
        return false
      }
      header.lists = list
    case .seed:
      guard isPlain, Self.isDigits(text), let seed = UInt64(text) else { return false }
      header.seed = seed
    }
    return true
  }

  /// The language of a tag such as `en-GB`; nil for one whose words are not known.
  private func language(_ tag: String) -> FrontMatter.Language? {
    let name = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return FrontMatter.Language(rawValue: name)
  }

  /// The names in a list, whose elements are texts or mappings with the key `name`.
  private static func authors(of node: Node) -> [String]? {
    func name(_ node: Node) -> String? {
      if case .text(let text) = value(of: node) { return FrontMatterLine.trimmed(text) }
      return node.mapping?["name"].flatMap { name($0) }
    }
    switch node {
    case .sequence(let list):
      let names = list.compactMap(name)
      return names.count == list.count && !names.isEmpty ? names : nil
    case .mapping: return name(node).map { [$0] }
    default: return nil
    }
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func value(of node: Node) -> FrontMatterValue {
    switch node {
    case .sequence: return .list
    case .mapping: return .mapping
    case .alias: return .nothing
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["~", "null"].contains(scalar.string)
      return isNull || FrontMatterLine.trimmed(scalar.string).isEmpty
        ? .nothing : .text(scalar.string)
    }
  }

  private func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      // An unclosed value is found at the end, but has to be corrected at its start.
      let isOpen = problem == "found unexpected end of stream"
      let words = [problem, context?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      errors.report(
        .frontMatter(.notYAML(words)), at: range(isOpen ? context?.mark ?? mark : mark))
    case .composer(_, let problem, let mark, _):
      let isAlias = problem == "found undefined alias"
      errors.report(.frontMatter(isAlias ? .anchor : .notYAML(problem)), at: range(mark))
    case .reader(let problem, let offset, _, _):
      errors.report(
        .frontMatter(.notYAML(problem)),
        at: source.range(ofByte: min(source.lineStarts[1] + (offset ?? 0), source.bytes.count)))
    default:
      errors.report(.frontMatter(.notYAML("\(error)")), at: source.range(line: 1, column: 1))
    }
  }

  /// Returns the range in the file for a mark, which counts lines from the first `---` and columns
  /// in scalars.
  private func range(_ mark: Mark?) -> SourceRange {
    guard let mark else { return source.range(line: 1, column: 1) }
    let line = min(mark.line + 1, max(header.bodyLine - 1, 1))
    var column = mark.column
    var bytes = 0
    for byte in source.line(line) {
      if byte & 0xC0 != 0x80 { column -= 1 }
      if column == 0 { break }
      bytes += 1
    }
    return source.range(line: line, column: bytes + 1)
  }
}
