import BookModel
import SwiftLexing

/// Converts the fences of a chapter to blocks, and reports their errors.
struct BlockReader {
  let source: SourceText
  let errors: ErrorCollector
  private(set) var blocks: [Block] = []
  private var firstUse: [String: SourceRange] = [:]
  private var lastNumber = 0

  init(source: SourceText, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
  }

  /// Reads one fence. A block in another language matters only if it is not closed.
  mutating func read(_ fence: CodeFence) {
    let line = source.line(fence.line)
    let place = source.range(line: fence.line, fence.opening..<line.endIndex)
    guard fence.isClosed else {
      let run = String(decoding: line[fence.opening..<fence.infoStart], as: UTF8.self)
      let fault = ErrorCollector.diagnostic(.block(.unclosedFence(run)), at: place)
      errors.report(fault)
      return addUnread(fence, place, because: fault)
    }
    var header = FenceHeader(source: source, line: fence.line, errors: errors)
    guard header.read(line[fence.infoStart...]) else { return }
    if header.hasWrongLanguage { return addUnread(fence, place, because: header.fault) }

    var options = OptionLines(source: source, fence: fence, header: header, errors: errors)
    options.read()
    add(fence, place, header, options)
  }

  /// Adds a block that could not be read: it is shown, and keeps dependent blocks from running. Its
  /// other errors are not reported.
  private mutating func addUnread(
    _ fence: CodeFence, _ place: SourceRange, because fault: Diagnostic?
  ) {
    let silent = ErrorCollector()
    var header = FenceHeader(source: source, line: fence.line, errors: silent)
    guard header.read(source.line(fence.line)[fence.infoStart...]) else { return }
    var lines = OptionLines(source: source, fence: fence, header: header, errors: silent)
    lines.read()
    append(header.role == .setup ? .setup : .listing, lines, place, problem: fault)
  }

  private mutating func add(
    _ fence: CodeFence, _ place: SourceRange, _ header: FenceHeader, _ lines: OptionLines
  ) {
    let runs = header.role != .listing && !header.options.norun
    let imbalance = runs ? imbalance(of: lines) : nil
    if let imbalance { errors.report(imbalance) }
    var problem = header.fault ?? lines.fault
    if let fault = Self.sourceFault(header, lines) {
      problem = problem ?? ErrorCollector.diagnostic(.block(fault), at: place)
      errors.report(.block(fault), at: place)
    }
    if let problem {
      append(role(of: header, place) ?? .listing, lines, place, problem: problem)
    } else if let role = role(of: header, place) {
      append(role, lines, place, imbalance: imbalance)
    } else {
      append(.listing, lines, place, problem: errors.last)
    }
  }

  /// Adds a block. If its header has an error, all of its code is shown.
  private mutating func append(
    _ role: Block.Role, _ lines: OptionLines, _ place: SourceRange,
    problem: Diagnostic? = nil, imbalance: Diagnostic? = nil
  ) {
    var options = lines.options
    if problem != nil {
      options.hide = false
      if Self.hasCode(lines) { options.source = nil }
    }
    let runs = role != .listing && !options.norun
    if runs { lastNumber += 1 }
    blocks.append(
      Block(
        role: role, options: options, code: String(lines.code), fence: place,
        codeStart: lines.codeStart, number: runs ? lastNumber : nil,
        problem: runs ? problem ?? imbalance : nil))
  }

  /// Returns the error that keeps a listing from showing the engine's code, if any.
  private static func sourceFault(_ header: FenceHeader, _ lines: OptionLines) -> BlockFault? {
    guard header.options.source != nil else {
      let isAlone = header.symbol != nil || header.omitsDocumentation
      return isAlone && header.role == .listing ? .missingSource : nil
    }
    return hasCode(lines) ? .sourceNotEmpty : nil
  }

  private static func hasCode(_ lines: OptionLines) -> Bool {
    lines.code.utf8.contains { $0 > 0x20 }
  }

  private mutating func role(of header: FenceHeader, _ place: SourceRange) -> Block.Role? {
    switch header.role {
    case .listing: return .listing
    case .setup: return .setup
    case .experiment:
      guard let id = header.id else {
        if !header.hasWrongID { errors.report(.block(.missingID), at: place) }
        return nil
      }
      if let first = firstUse[id.text] {
        errors.report(
          .block(.duplicateID(id.text)), at: id.range,
          notes: [Diagnostic.Note(range: first, message: "first used here")])
        return nil
      }
      firstUse[id.text] = id.range
      return .experiment(id: id.text)
    }
  }

  /// Returns the error of a block with unbalanced brackets: since other code surrounds it in the
  /// program, it must close what it opens.
  private func imbalance(of lines: OptionLines) -> Diagnostic? {
    guard let imbalance = SwiftLexer.bracketImbalance(in: lines.code) else { return nil }
    func place(_ offset: Int, length: Int) -> SourceRange {
      let position = lines.position(ofByte: offset)
      return source.range(line: position.line, column: position.column, length: length)
    }
    let notes = imbalance.opener.map {
      [Diagnostic.Note(range: place($0, length: 1), message: "this is still open")]
    }
    return ErrorCollector.diagnostic(
      .block(.imbalance(imbalance.kind, imbalance.text)),
      at: place(imbalance.offset, length: imbalance.text.utf8.count), notes: notes ?? [])
  }
}
