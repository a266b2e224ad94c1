import BookModel
import SwiftLexing

/// Turns the fences of a chapter into its blocks, and says what is wrong with them.
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

  /// Reads one fence. A block in another language counts only if it is not closed.
  mutating func read(_ fence: CodeFence) {
    let line = source.line(fence.line)
    let place = source.range(line: fence.line, fence.opening..<line.endIndex)
    guard fence.isClosed else {
      let run = String(decoding: line[fence.opening..<fence.infoStart], as: UTF8.self)
      return errors.report(.block(.unclosedFence(run)), at: place)
    }
    var header = FenceHeader(source: source, line: fence.line, errors: errors)
    let isSwift = header.read(line[fence.infoStart...])
    guard isSwift else { return }

    var options = OptionLines(source: source, fence: fence, header: header)
    options.read()
    add(fence, place, header, options)
  }

  private mutating func add(
    _ fence: CodeFence, _ place: SourceRange, _ header: FenceHeader, _ lines: OptionLines
  ) {
    let runs = header.role != .listing && !header.options.norun
    if runs { lastNumber += 1 }
    let problem = runs ? imbalance(of: lines) : nil
    if let problem { errors.report(problem) }
    if let fault = Self.sourceFault(header, lines) { errors.report(.block(fault), at: place) }
    guard let role = role(of: header, place) else { return }
    blocks.append(
      Block(
        role: role, options: lines.options, code: String(lines.code), fence: place,
        codeStart: lines.codeStart, number: runs ? lastNumber : nil, problem: problem))
  }

  /// What keeps a listing from showing the engine's code.
  private static func sourceFault(_ header: FenceHeader, _ lines: OptionLines) -> BlockFault? {
    guard header.options.source != nil else {
      let isAlone = header.symbol != nil || header.omitsDocumentation
      return isAlone && header.role == .listing ? .missingSource : nil
    }
    let hasCode = lines.code.utf8.contains { $0 > 0x20 }
    return hasCode ? .sourceNotEmpty : nil
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

  /// A block stands between other code in the program, so it must end what it begins.
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
