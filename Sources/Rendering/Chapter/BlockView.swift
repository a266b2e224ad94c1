import BookModel
import ChartDrawing
import Charts
import Markup
import OutputViews

/// A block of Swift as it is shown: its number, its code and its outputs.
struct BlockView {
  /// A block's markup, and the words that a search finds in it: source, captions, tables, claims, knobs.
  struct Shown {
    var html: HTML = ""
    var words: [String] = []
  }

  let words: InterfaceWords
  let block: Block
  /// Its result; nil when it did not run.
  var result: ExperimentResult?
  /// Faults in its fence and options.
  var faults: [Diagnostic] = []
  /// Errors and warnings within the code of a block that has no result of its own.
  let diagnostics: [Diagnostic]
  /// The captions of its charts and tables; nil for one without text.
  let captions: [Caption?]
  /// False for a page that stands alone.
  var isInBook = true
  /// Leads names of the engine to where they are documented.
  var codeLinks: CodeLinks?
  /// Why the page cannot run it; nil when it can, or when no block of the page is live.
  var refusal: String?
  /// The numbers of the figures and tables, and the references to them.
  let references: CrossReferences

  /// The block; nil when nothing of it is to be seen.
  var shown: Shown? {
    // Names link where they first stand, so the code is marked up once.
    let code = code
    guard let number = block.number else {
      return code == nil && faults.isEmpty && captions.isEmpty ? nil : standingAlone(code)
    }
    var shown = outputs(of: number)
    if code == nil && shown.html.markup.isEmpty { return nil }
    let beside: HTML? = code == nil ? " beside-output" : nil
    shown.html = """
      <div class="block" id="\(name: anchor)">
      <a class="number\(beside)" href="#\(name: anchor)" aria-label="\(words.block(number))">[\(number)]</a>
      \(code)\(shown.html)</div>

      """
    return shown
  }

  private var anchor: String { block.anchor }

  private func standingAlone(_ code: HTML?) -> Shown {
    let id: HTML? = block.experimentID.map { " id=\"\(name: $0)\"" }
    let failures = faults.map { FailureView(words: words.outputs, diagnostic: $0).html }
    let rest = captions.compactMap { $0 }
    return Shown(
      html: """
        <div class="listing"\(id)>
        \(source)\(code)\(rest.map(\.paragraph).joined())\(failures.joined())</div>

        """,
      words: (block.options.source.map { [$0.file, $0.symbol ?? ""] } ?? []) + rest.map(\.words))
  }

  /// The place of the code in the engine; nothing for code of the chapter.
  private static func code(_ text: String) -> HTML {
    LineKeeping.divided(text) ?? VisibleText(text).html
  }

  private var source: HTML? {
    block.options.source.map { source in
      let symbol: HTML? = source.symbol.map { " · <code>\(Self.code($0))</code>" }
      return "<p class=\"source\"><code>\(Self.code(source.file))</code>\(symbol)</p>\n"
    }
  }

  /// The code, folded or not; nil when it is hidden.
  private var code: HTML? {
    if block.options.hide { return nil }
    if block.options.fold { return folded(listing(of: block.code), behind: words.showCode) }
    if !block.options.foldsCharts { return listing(of: block.code) }
    return ChartCalls.parts(of: block.code).map { part in
      let listing = listing(of: part.code)
      return part.isCall ? folded(listing, behind: words.showChartCode) : listing
    }.joined()
  }

  private func listing(of code: String) -> HTML {
    CodeListing(code: code, links: codeLinks, label: words.code(ofBlock: block.number)).html
  }

  private func folded(_ listing: HTML, behind summary: String) -> HTML {
    "<details><summary>\(summary)</summary>\n\(listing)</details>\n"
  }

  /// Returns the block's outputs in the order of the run; empty markup when there are none.
  private func outputs(of number: Int) -> Shown {
    let all = result?.outputs ?? []
    let placement = CaptionPlacement(block.options.captions, among: all)
    var searched: [Int: [String]] = [:]
    let pieces = OutputListView(words: words.outputs, blockNumber: number).pieces(
      of: all, hasCaption: { placement.captions[$0] != nil },
      figure: { chart, index, place in
        let figure = figure(of: chart, index, placement.captions[place].flatMap { captions[$0] })
        searched[place] = figure.searchWords
        return figure
      },
      table: { table, index, place in
        let view = view(
          of: table, index, placement.captions[place].flatMap { captions[$0] }, number)
        searched[place] = view.searchWords
        return view
      })
    var html = pieces.compactMap { $0 }.joined()
    var found = all.indices.flatMap { place -> [String] in
      switch all[place] {
      case .check(let check):
        ([check.claim] + check.otherClaims).map { TypographicText.text($0) }
      case .knob(let knob): [knob.name]
      default: searched[place] ?? []
      }
    }
    for caption in placement.surplus.compactMap({ captions[$0] }) {
      html += caption.paragraph
      found.append(caption.words)
    }
    html +=
      StandardErrorView(
        words: words.outputs, text: result?.standardError ?? "", blockNumber: number
      ).html ?? ""
    let failures = result?.failure.map { [$0] } ?? diagnostics
    for failure in faults + failures.filter({ !faults.contains(where: $0.isAbout) }) {
      html += FailureView(words: words.outputs, diagnostic: failure).html
    }
    if html.markup.isEmpty { return Shown() }
    if let refusal {
      let line: HTML = "<p class=\"live-note\">\(words.notLive(refusal))</p>\n"
      html += HTML(onPages: line, inElectronicBooks: "")
    }
    let label = words.output(ofBlock: number)
    return Shown(
      html: "<div class=\"output\" role=\"group\" aria-label=\"\(label)\">\n\(html)</div>\n",
      words: found)
  }

  /// The figure of the block's chart with a number, from 1.
  private func figure(of chart: Chart, _ index: Int, _ caption: Caption?) -> FigureView {
    let first = block.experimentID.flatMap { references.numbers.firstFigures[$0] } ?? 1
    let id = "\(anchor)_\(index)"
    var view = FigureView(
      words: words.outputs, chart: chart, number: references.numbers.numbered(first + index - 1),
      id: id)
    view.caption = caption
    view.alternative = block.options.alternatives.dropFirst(index - 1).first
    view.backlinks = references.backlinks(to: id + "-figure")
    if isInBook {
      let language = words.outputs.language
      view.electronicDrawing = chart.worded(in: language).electronicSVG(
        id: id, language: language, alternative: view.alternative)
    }
    return view
  }

  /// The block's table with a number, from 1; nil for a table without a caption, which has none.
  private func view(
    of table: Table, _ index: Int?, _ caption: Caption?, _ blockNumber: Int
  ) -> TableView {
    var view = TableView(words: words.outputs, table: table, blockNumber: blockNumber)
    guard let index else { return view }
    let first = block.experimentID.flatMap { references.numbers.firstTables[$0] } ?? 1
    let id = "\(anchor)_table-\(index)"
    view.id = id
    view.number = references.numbers.numbered(first + index - 1)
    view.caption = caption
    view.backlinks = references.backlinks(to: id)
    return view
  }
}

extension Block {
  /// The name by which links find a block that runs.
  public var anchor: String { experimentID ?? "_block-\(number ?? 0)" }
}
