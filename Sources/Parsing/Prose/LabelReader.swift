import BookModel
import Markdown
import Prose

/// Collects the labels of a chapter: headings, experiments, tables, equations.
struct LabelReader {
  /// A label whose name may still have to be made from its title.
  private struct Found {
    var kind: Label.Kind
    var id: String?
    var title = ""
    var range: SourceRange
  }

  private let source: SourceText
  private let errors: ErrorCollector
  private let chapterTitle: String
  private let blocks: [Block]
  private let formulas: [Formula]
  private var found: [Found] = []
  private var firstUse: [String: SourceRange] = [:]
  private var lastLevel = 1

  init(chapter: Chapter, source: SourceText, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
    chapterTitle = chapter.frontMatter.title
    blocks = chapter.blocks
    formulas = chapter.formulas
    for block in chapter.blocks { if let id = block.experimentID { firstUse[id] = block.fence } }
  }

  /// Reads a heading: its level, its label and its kind.
  mutating func readHeading(_ node: MarkdownNode) {
    guard let level = node.headingLevel else { return }
    let line = node.start.line
    let place = source.range(line: line, column: node.start.column)
    if level > lastLevel + 1 {
      errors.report(.prose(.skippedLevel(level, after: lastLevel)), at: place)
    }
    lastLevel = level
    let suffix = LabelSuffix(ofHeading: node)
    let labelPlace = suffix?.id.map { self.labelPlace($0, in: node) } ?? place
    if let suffix, let text = node.lastChild {
      if let attributes = suffix.attributes {
        errors.report(.foreign(.attributes, attributes), at: source.place(of: text))
      }
      let rest = 0..<suffix.rest.utf8.count
      text.cut(to: rest, at: LiteralPlaces(of: text, in: source).bytes(of: rest))
    }
    let title = node.plainText
    if title.allSatisfy(\.isWhitespace) { errors.report(.prose(.emptyHeading), at: place) }
    let isFirst = node.previousSibling == nil && node.parent?.kind == .document
    let kind: Label.Kind =
      isFirst && level == 1 && title == chapterTitle
      ? .chapter
      : ExerciseHeading.isSolution(title)
        ? .solution : ExerciseHeading.isSingle(title) ? .exercise : .section(level: level)
    let id = suffix?.id.flatMap { checked($0, at: labelPlace) }
    node.setItem(found.count)
    found.append(Found(kind: kind, id: id, title: title, range: place))
  }

  /// Reads a block, which has labels if it is an experiment.
  mutating func readBlock(_ node: MarkdownNode) {
    guard let block = node.item.map({ blocks[$0] }), let id = block.experimentID else { return }
    found.append(Found(kind: .experiment(id: id), id: id, range: block.fence))
    guard let label = block.options.label, let name = checked(label, at: block.fence) else {
      return
    }
    let output: Label.OutputKind = label.utf8.starts(with: "tbl-".utf8) ? .table : .chart
    found.append(Found(kind: .output(output, ofExperiment: id), id: name, range: block.fence))
  }

  /// Reads a display formula, which may have a label.
  mutating func readFormula(_ node: MarkdownNode) {
    guard let formula = node.item.map({ formulas[$0] }), let id = formula.id,
      let name = checked(id, at: formula.range)
    else { return }
    found.append(
      Found(kind: .equation, id: name, title: formula.tag ?? "", range: formula.range))
  }

  /// Reads a table's caption.
  mutating func readCaption(_ node: MarkdownNode) {
    let place = source.place(of: node)
    if node.firstChild == nil { errors.report(.prose(.emptyCaption), at: place) }
    let id = node.name.flatMap { label in
      checked(label, at: labelPlace(label, line: node.start.line) ?? place)
    }
    node.setItem(found.count)
    found.append(Found(kind: .table, id: id, range: place))
  }

  /// Reads the caption of a chart or table that a block shows, which may have a label.
  mutating func readFigureCaption(_ node: MarkdownNode) {
    guard let experiment = node.parent?.item.flatMap({ blocks[$0].experimentID }),
      let index = node.item, let label = node.name
    else { return }
    let place = labelPlace(label, line: node.start.line) ?? source.place(of: node)
    guard let id = checked(label, at: place) else { return }
    found.append(Found(kind: .caption(index, ofExperiment: experiment), id: id, range: place))
  }

  /// Reads the name of a place. One whose name is taken loses it.
  mutating func readAnchor(_ place: NamedPlace) {
    if let first = firstUse[place.name] {
      errors.report(
        .prose(.duplicateAnchor(place.name)), at: place.range,
        notes: [Diagnostic.Note(range: first, message: "first used here")])
      return place.node.setHTML(opening: "", closing: "")
    }
    firstUse[place.name] = place.range
    found.append(Found(kind: .anchor, id: place.name, title: place.title, range: place.range))
  }

  /// Returns all labels, those of named places at the end, the others in the order of the text. Headings
  /// without a label get a name made from their words, and tables without one a name that cannot be
  /// written in a chapter.
  func finish() -> [Label] {
    var names = AnchorNames(taken: firstUse.keys)
    var tables = 0
    return found.map { item in
      let id: String
      switch item.kind {
      case .chapter, .section, .exercise, .solution: id = item.id ?? names.name(for: item.title)
      default:
        if item.kind == .table { tables += 1 }
        id = item.id ?? "_table-\(tables)"
      }
      return Label(id: id, kind: item.kind, title: item.title, range: item.range)
    }
  }

  /// Returns a valid label that is not taken; nil for others, which are reported.
  private mutating func checked(_ label: String, at place: SourceRange) -> String? {
    let bytes = Array(label.utf8)[...]
    guard KebabCase.isValid(bytes) else {
      let suggestion = KebabCase.suggestion(for: bytes)
      errors.report(.prose(.wrongLabel(label, suggestion: suggestion)), at: place)
      return suggestion.flatMap { checked($0, at: place) }
    }
    if let first = firstUse[label] {
      errors.report(
        .prose(.duplicateLabel(label)), at: place,
        notes: [Diagnostic.Note(range: first, message: "first used here")])
      return nil
    }
    firstUse[label] = place
    return label
  }

  /// Returns the range of the label at the end of a heading, without its braces.
  private func labelPlace(_ label: String, in heading: MarkdownNode) -> SourceRange {
    guard let text = heading.lastChild, let literal = text.literalBytes else {
      return source.place(of: heading)
    }
    let wanted = Array("#\(label)".utf8)
    let start = literal.indices.last { literal[$0...].starts(with: wanted) } ?? literal.startIndex
    let offset = start - literal.startIndex + 1
    return LiteralPlaces(of: text, in: source).range(
      of: offset..<min(offset + label.utf8.count, literal.count))
  }

  /// Returns the range of `{#label}` on a line, without its braces.
  private func labelPlace(_ label: String, line: Int) -> SourceRange? {
    let text = source.line(line)
    let wanted = Array("{#\(label)}".utf8)
    guard text.count >= wanted.count else { return nil }
    let start = (text.startIndex...(text.endIndex - wanted.count)).last {
      text[$0...].starts(with: wanted)
    }
    return start.map { source.range(line: line, ($0 + 2)..<($0 + wanted.count - 1)) }
  }
}
