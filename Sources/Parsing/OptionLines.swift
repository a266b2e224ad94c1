import BookModel
import Prose

/// The `//|` lines at the head of a block, and the code below them.
struct OptionLines {
  let source: SourceText
  let fence: CodeFence
  let role: BlockRole
  private let errors: ErrorCollector
  /// The error of an option that belongs on the fence, and therefore has no effect.
  private(set) var fault: Diagnostic?
  /// The options of the fence and of the lines.
  private(set) var options: BlockOptions
  /// The code without the lines.
  private(set) var code: Substring
  /// The position in the file of the code's start.
  private(set) var codeStart: SourcePosition
  /// The number of lines that were removed.
  private var taken = 0
  private var seen: Set<BlockOption> = []

  init(source: SourceText, fence: CodeFence, header: FenceHeader, errors: ErrorCollector) {
    self.source = source
    self.fence = fence
    role = header.role
    self.errors = errors
    options = header.options
    code = fence.code[...]
    codeStart = SourcePosition(line: fence.line + 1, column: 1)
  }

  /// Removes the lines from the code and reads them.
  mutating func read() {
    while let line = Self.firstLine(of: code), Self.isOption(line) {
      read(line)
      code = code[line.endIndex...]
      if code.utf8.first == 0x0A { code = code[code.utf8.index(after: code.startIndex)...] }
      taken += 1
    }
    codeStart = SourcePosition(line: fence.fileLine(ofCodeLine: taken), column: columnOfCode)
    if role != .listing { findStrayLines() }
  }

  /// Returns the position in the file of a byte of the code, counted from 0.
  func position(ofByte offset: Int) -> SourcePosition {
    let bytes = code.utf8
    let index = bytes.index(bytes.startIndex, offsetBy: offset)
    let before = bytes[..<index]
    let line = taken + before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map(bytes.index(after:)) ?? bytes.startIndex
    let text = bytes[start...].prefix { $0 != 0x0A }
    return SourcePosition(
      line: fence.fileLine(ofCodeLine: line),
      column: fence.column(ofCodeLine: line, text, source) + bytes.distance(from: start, to: index))
  }

  /// The column of the first non-empty line; an empty one may lack its indentation.
  private var columnOfCode: Int {
    var number = taken
    for line in code.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.contains(where: { $0 != 0x0D }) {
        return fence.column(ofCodeLine: number, line, source)
      }
      number += 1
    }
    return fence.opening - source.lineStarts[fence.line - 1] + 1
  }

  private static func firstLine(of code: Substring) -> Substring.UTF8View? {
    code.utf8.isEmpty ? nil : code.utf8.prefix { $0 != 0x0A }
  }

  private static func isOption(_ line: Substring.UTF8View) -> Bool {
    line.starts(with: [0x2F, 0x2F, 0x7C])
  }

  /// Reads `//| name: value`.
  private mutating func read(_ line: Substring.UTF8View) {
    let number = fence.fileLine(ofCodeLine: taken)
    let start =
      source.lineStarts[number - 1]
      + fence.column(ofCodeLine: taken, line, source) - 1
    let rest = Self.trimmed(source.line(number)[start...].dropFirst(3))
    let colon = rest.firstIndex(of: 0x3A)
    let name = Self.trimmed(rest[..<(colon ?? rest.endIndex)])
    let value = Self.trimmed(rest[(colon.map { $0 + 1 } ?? rest.endIndex)...])
    let text = String(decoding: name, as: UTF8.self)
    guard let fault = fault(of: text, hasColon: colon != nil, value) else { return }
    let place = name.isEmpty ? start..<(start + 3) : name.startIndex..<name.endIndex
    let diagnostic = ErrorCollector.diagnostic(
      .block(fault), at: source.range(line: number, place))
    if case .belongsOnFence = fault { self.fault = self.fault ?? diagnostic }
    errors.report(diagnostic)
  }

  private mutating func fault(
    of name: String, hasColon: Bool, _ value: ArraySlice<UInt8>
  ) -> BlockFault? {
    guard let option = BlockOption(rawValue: name) else {
      return hasColon && !name.isEmpty ? .unknownLine(name) : .noColon
    }
    if !option.standsOnLine { return .belongsOnFence(option) }
    if !option.isAllowed(on: role) { return .notAllowed(option, on: role) }
    if !seen.insert(option).inserted, !option.isRepeatable { return .duplicateOption(option) }
    if value.isEmpty { return .missingValue(option) }
    let text = String(decoding: value, as: UTF8.self)
    switch option {
    case .caption: addCaption(text, at: value)
    case .alt: options.alternatives.append(text)
    case .label where KebabCase.isValid(value): options.label = text
    case .label: return .wrongID(text, suggestion: KebabCase.suggestion(for: value))
    case .data: return addFiles(value)
    case .id, .fold, .foldCharts, .hide, .standalone, .norun, .timeout, .expect, .live, .source,
      .symbol, .doc:
      return .belongsOnFence(option)
    }
    return nil
  }

  /// Reads a caption, at whose end a label may stand.
  private mutating func addCaption(_ text: String, at place: ArraySlice<UInt8>) {
    let suffix = LabelSuffix(text)
    let line = source.position(ofByte: place.startIndex).line
    if let attributes = suffix?.attributes {
      let start = place.endIndex - attributes.utf8.count
      errors.report(
        .foreign(.attributes, attributes), at: source.range(line: line, start..<place.endIndex))
    }
    let markdown = suffix?.rest ?? text
    let end = place.startIndex + markdown.utf8.count
    options.captions.append(
      FigureCaption(
        markdown: markdown, label: suffix?.id,
        range: source.range(line: line, place.startIndex..<end)))
  }

  /// Reads the names of data files, separated by commas.
  private mutating func addFiles(_ value: ArraySlice<UInt8>) -> BlockFault? {
    for part in value.split(separator: 0x2C, omittingEmptySubsequences: false) {
      let word = Self.trimmed(part)
      if word.isEmpty { return .missingValue(.data) }
      let name = String(decoding: word, as: UTF8.self)
      if options.data.contains(where: { $0.name == name }) { return .repeatedFile(name) }
      let start = source.position(ofByte: word.startIndex)
      options.data.append(
        DeclaredFile(
          name: name,
          range: source.range(line: start.line, word.startIndex..<word.endIndex)))
    }
    return nil
  }

  /// Reports `//|` lines below the first line of code, which would otherwise be comments without
  /// any effect.
  private func findStrayLines() {
    var number = taken
    for line in code.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if Self.isOption(line) {
        let column = fence.column(ofCodeLine: number, line, source)
        let place = source.range(
          line: fence.fileLine(ofCodeLine: number), column: column, length: 3)
        errors.report(.block(.strayLine), at: place)
      }
      number += 1
    }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = text.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return start.prefix(0) }
    return start[...last]
  }
}
