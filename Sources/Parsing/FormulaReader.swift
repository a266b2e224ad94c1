import BookModel
import Markdown
import MathML

/// Finds the formulas of a chapter, and reports their errors.
struct FormulaReader {
  private let reading: MarkdownReading
  private let macros: TeXMacros
  let source: SourceText
  /// The ids that are taken, with their positions.
  private(set) var ids: [String: SourceRange]
  let errors: ErrorCollector
  /// The uses of macros that the chapter may still have replaced.
  private var expansionsLeft = ChapterLimit.macroExpansions
  /// The diagnostic for each kind of fault: finding the nearest known command takes time.
  private var told: [TeXFault.Kind: Diagnostic] = [:]

  init(
    _ reading: MarkdownReading, macros: TeXMacros, source: SourceText, ids: [String: SourceRange],
    errors: ErrorCollector
  ) {
    (self.reading, self.macros) = (reading, macros)
    (self.source, self.ids, self.errors) = (source, ids, errors)
  }

  /// Returns all formulas in the order of the text, except those whose fence is not closed, because
  /// their end is unknown.
  mutating func read(_ document: MarkdownDocument, _ fences: [CodeFence]) -> [Formula] {
    var formulas: [Formula] = []
    let blocks = Dictionary(fences.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    for node in Array(document.root.descendants) {
      if node.isFormula {
        let (formula, text) = inline(node)
        node.becomeFormula(item: formulas.count, text: text)
        formulas.append(formula)
      } else if node.kind == .formula || node.kind == .displayFormula, let item = node.item {
        let (formula, text) = formula(
          reading.formulas[item], isDisplay: node.kind == .displayFormula)
        node.setFormula(item: formulas.count, text: text)
        formulas.append(formula)
      } else if node.isFormulaBlock, let fence = blocks[node.start.line] {
        let formula = display(fence)
        guard fence.isClosed else { continue }
        node.become(.displayFormula, item: formulas.count)
        formulas.append(formula)
      }
    }
    return formulas
  }

  /// Reports the formulas between dollar signs that have no end.
  func reportUnclosed() {
    for place in reading.unclosed {
      errors.report(.formula(.unclosedDollars), at: source.range(ofBytes: place))
    }
  }

  /// Converts a formula, as far as the macros of the formulas before it left work for it.
  private mutating func typeset(_ tex: String, isDisplay: Bool) -> TeXFormula {
    let formula = TeXFormula(
      tex, style: isDisplay ? .display : .inline, macros: macros,
      mostExpansions: expansionsLeft)
    expansionsLeft = max(expansionsLeft - formula.expansionCount, 0)
    return formula
  }

  // MARK: Between dollar signs

  /// Returns a formula and its visible text.
  private mutating func formula(_ dollars: DollarFormula, isDisplay: Bool) -> (Formula, String) {
    let tex = dollars.tex(in: source.bytes)
    let formula = typeset(tex, isDisplay: isDisplay)
    let range = source.range(ofBytes: dollars.range)
    for fault in formula.faults {
      let start = dollars.place(ofByte: fault.offset)
      let end = dollars.place(ofByte: fault.offset + fault.length)
      report(fault.kind, at: fault.kind == .empty ? range : source.range(ofBytes: start..<end))
    }
    var id: String?
    if let label = dollars.label {
      if source.bytes[label.lowerBound - 1] == UInt8(ascii: "(") {
        let name = String(decoding: source.bytes[label], as: UTF8.self)
        errors.report(.foreign(.equationLabel, "(\(name))"), at: source.range(ofBytes: label))
      }
      id = checked(source.bytes[label], at: source.range(ofBytes: label))
    } else if isDisplay, let label = formula.label {
      id = checked(Array(label.utf8)[...], at: range)
    }
    return (
      Formula(
        tex: tex, isDisplay: isDisplay, id: id, tag: formula.tag,
        isFaulty: !formula.faults.isEmpty, range: range),
      formula.visibleText
    )
  }

  // MARK: Within a line

  private mutating func inline(_ node: MarkdownNode) -> (Formula, String) {
    let tex = node.literal ?? ""
    let formula = typeset(tex, isDisplay: false)
    if !formula.faults.isEmpty {
      let places = LiteralPlaces(of: node, in: source)
      for fault in formula.faults {
        let place = places.range(of: fault.offset..<(fault.offset + fault.length))
        report(fault.kind, at: place)
      }
    }
    return (
      Formula(
        tex: tex, isDisplay: false, isFaulty: !formula.faults.isEmpty,
        range: source.place(of: node)), formula.visibleText
    )
  }

  private mutating func report(_ kind: TeXFault.Kind, at place: SourceRange) {
    var diagnostic = told[kind] ?? ErrorCollector.diagnostic(.formula(.tex(kind)), at: place)
    told[kind] = diagnostic
    diagnostic.range = place
    errors.report(diagnostic)
  }

  // MARK: On lines of its own

  private mutating func display(_ fence: CodeFence) -> Formula {
    let line = source.line(fence.line)
    let formula = typeset(fence.code, isDisplay: true)
    let range = source.range(line: fence.line, fence.opening..<line.endIndex)
    let code = formula.faults.isEmpty ? [] : Array(fence.code.utf8)
    let starts = [0] + code.indices.filter { code[$0] == 0x0A }.map { $0 + 1 }
    for fault in formula.faults where fence.isClosed {
      func position(_ offset: Int) -> SourcePosition {
        self.position(ofByte: offset, in: fence, code, lineStarts: starts)
      }
      let place: SourceRange =
        fault.kind == .empty
        ? range
        : SourceRange(
          file: source.file, start: position(fault.offset),
          end: position(fault.offset + fault.length))
      report(fault.kind, at: place)
    }
    let words = line[fence.infoStart...].split { $0 == 0x20 || $0 == 0x09 }.dropFirst()
    var id: String?
    for word in words { id = self.id(in: word, fence) ?? id }
    if id == nil, let label = formula.label {
      id = checked(Array(label.utf8)[...], at: range)
    }
    return Formula(
      tex: fence.code, isDisplay: true, id: id, tag: formula.tag,
      isFaulty: !formula.faults.isEmpty, range: range)
  }

  private mutating func id(in word: ArraySlice<UInt8>, _ fence: CodeFence) -> String? {
    let equals = word.firstIndex(of: 0x3D) ?? word.endIndex
    let name = String(decoding: word[..<equals], as: UTF8.self)
    let value = word[equals...].dropFirst()
    let place = source.range(line: fence.line, word.startIndex..<word.endIndex)
    guard name == "id" else {
      errors.report(.formula(.unknownOption(name)), at: place)
      return nil
    }
    guard !value.isEmpty else {
      errors.report(.formula(.missingID), at: place)
      return nil
    }
    return checked(
      value, at: source.range(line: fence.line, value.startIndex..<value.endIndex))
  }

  private mutating func checked(_ value: ArraySlice<UInt8>, at place: SourceRange) -> String? {
    let id = String(decoding: value, as: UTF8.self)
    guard KebabCase.isValid(value) else {
      let suggestion = KebabCase.suggestion(for: value)
      errors.report(.formula(.wrongID(id, suggestion: suggestion)), at: place)
      return suggestion.flatMap { checked(Array($0.utf8)[...], at: place) }
    }
    if let first = ids[id] {
      errors.report(
        .formula(.duplicateID(id)), at: place,
        notes: [Diagnostic.Note(range: first, message: "first used here")])
      return nil
    }
    ids[id] = place
    return id
  }

  /// Returns the position in the file of a byte of a fence's lines, counted from 0.
  private func position(
    ofByte offset: Int, in fence: CodeFence, _ code: [UInt8], lineStarts: [Int]
  ) -> SourcePosition {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    let end = low + 1 < lineStarts.count ? lineStarts[low + 1] - 1 : code.count
    return SourcePosition(
      line: fence.fileLine(ofCodeLine: low),
      column: fence.column(ofCodeLine: low, code[start..<end], source) + offset - start)
  }
}
