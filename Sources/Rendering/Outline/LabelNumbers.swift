import BookModel

/// The numbers and anchors of a chapter's labels, for references to them. The numbers of figures
/// depend on the outputs of the experiments.
struct LabelNumbers: Equatable, Sendable {
  /// The kinds of numbered things.
  enum Kind: Equatable, Sendable {
    case chapter
    case figure
    case table
    case equation
    case section
    case exercise
    case block
    /// Nothing: the title stands for it.
    case title
  }

  /// The place that a label names.
  struct Place: Equatable, Sendable {
    var kind: Kind
    var number = ""
    /// The name by which links find it in the page.
    var anchor: String
    var title = ""

    /// Returns the text of a reference.
    func text(_ words: InterfaceWords) -> String {
      switch kind {
      case .chapter: Int(number).map(words.chapter) ?? title
      case .figure: words.figure(number)
      case .table: words.table(number)
      case .equation: words.equation(number)
      case .section: words.section(number)
      case .exercise: words.exercise(number)
      case .block: Int(number).map(words.block) ?? title
      case .title: title
      }
    }
  }

  /// The places by their labels.
  private(set) var places: [String: Place] = [:]
  /// The places of the text's headings and tables, by their places among the chapter's labels.
  private(set) var byItem: [Int: Place] = [:]
  /// The number of the first figure that an experiment shows, by its id.
  private(set) var firstFigures: [String: Int] = [:]
  /// The number of the first table with a caption that an experiment shows, by its id.
  private(set) var firstTables: [String: Int] = [:]
  /// The charts and tables with a caption from the block, by its id and the place of the caption.
  private var captioned: [String: [Int: Place]] = [:]
  private let chapter: Int?
  private var figureCount = 0
  private var tableCount = 0
  private var equationCount = 0
  private var exerciseCount = 0
  private var sections = [0, 0]

  /// Counts through a chapter.
  init(_ chapter: Chapter, _ run: ChapterRun) {
    self.chapter = chapter.frontMatter.order
    let blocks = Dictionary(
      chapter.blocks.compactMap { block in block.experimentID.map { ($0, block) } },
      uniquingKeysWith: { first, _ in first })
    for (item, label) in chapter.prose.labels.enumerated() {
      switch label.kind {
      case .experiment(let id):
        if let block = blocks[id] { count(id, run.results[id]?.outputs ?? [], of: block) }
      case .output(let kind, let id):
        places[label.id] = kind == .table ? tablePlace(of: id) ?? places[id] : places[id]
      case .caption(let index, let id): places[label.id] = captioned[id]?[index] ?? places[id]
      default:
        let place = place(of: label)
        places[label.id] = place
        byItem[item] = place
      }
    }
  }

  /// A number within the chapter: `3.2` in the third.
  func numbered(_ number: Int) -> String { chapter.map { "\($0).\(number)" } ?? "\(number)" }

  private mutating func count(_ id: String, _ outputs: [Output], of block: Block) {
    let placement = CaptionPlacement(block.options.captions, among: outputs)
    var (charts, tables) = (0, 0)
    for (index, output) in outputs.enumerated() {
      let caption = placement.captions[index]
      let place: Place
      switch output {
      case .chart:
        charts += 1
        place = Place(
          kind: .figure, number: numbered(figureCount + charts), anchor: "\(id)_\(charts)-figure")
      case .table(let table) where table.caption != nil || caption != nil:
        tables += 1
        place = Place(
          kind: .table, number: numbered(tableCount + tables), anchor: "\(id)_table-\(tables)")
      default: continue
      }
      if let caption { captioned[id, default: [:]][caption] = place }
    }
    if tables > 0 { firstTables[id] = tableCount + 1 }
    if charts > 0 {
      firstFigures[id] = figureCount + 1
      places[id] = Place(
        kind: .figure, number: numbered(figureCount + 1), anchor: "\(id)_1-figure")
    } else if let place = tablePlace(of: id) {
      places[id] = place
    } else {
      places[id] = Place(
        kind: .block, number: block.number.map(String.init) ?? "", anchor: id, title: id)
    }
    figureCount += charts
    tableCount += tables
  }

  private func tablePlace(of id: String) -> Place? {
    firstTables[id].map { Place(kind: .table, number: numbered($0), anchor: "\(id)_table-1") }
  }

  private mutating func place(of label: Label) -> Place {
    var place = Place(kind: .title, anchor: label.id, title: label.title)
    switch label.kind {
    case .table:
      tableCount += 1
      (place.kind, place.number) = (.table, numbered(tableCount))
    case .equation:
      if label.title.isEmpty { equationCount += 1 }
      let number = label.title.isEmpty ? numbered(equationCount) : label.title
      (place.kind, place.number) = (.equation, number)
    case .exercise:
      exerciseCount += 1
      (place.kind, place.number) = (.exercise, numbered(exerciseCount))
    case .section(let level): number(&place, level: level)
    case .chapter:
      if let chapter { (place.kind, place.number) = (.chapter, String(chapter)) }
    case .anchor: if place.title.isEmpty { place.title = label.id }
    case .solution, .experiment, .output, .caption: break
    }
    return place
  }

  /// Sections have numbers down to the third level of headings, in chapters that have one.
  private mutating func number(_ place: inout Place, level: Int) {
    guard let chapter, level == 2 || level == 3 else { return }
    sections[level - 2] += 1
    if level == 2 { sections[1] = 0 }
    let numbers = [chapter] + sections.prefix(level - 1)
    (place.kind, place.number) = (.section, numbers.map(String.init).joined(separator: "."))
  }
}
