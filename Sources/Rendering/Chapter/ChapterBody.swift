import BookModel
import Markdown
import Markup
import OutputViews
import Prose

/// The text of a chapter as HTML: its tree, with HTML in place of the nodes that a page shows in its own
/// way.
struct ChapterBody {
  /// The text below the chapter's title.
  private(set) var html: HTML = ""
  /// The sections, for the contents.
  private(set) var sections: [PageContents.Section] = []
  /// The words of all sections, for the search of a book; none for a chapter that stands alone.
  private(set) var texts: [SectionText] = []
  /// True when any code is shown.
  private(set) var hasCode = false
  /// The blocks that alone were asked for, by their names.
  private(set) var onlyBlocks: [String: HTML] = [:]

  /// The diagnostics of outputs that were left out because the page would be too large.
  var excess: [Diagnostic] { limit.faults }

  private var limit: PageLimit
  /// The code and the printed lines, by what stands in the places of their blocks.
  private var code: [MarkdownNode: String] = [:]
  private let chapter: Chapter
  private let run: ChapterRun
  private let words: InterfaceWords
  private let isInBook: Bool
  private let refusals: [String: String]
  private let codeLinks: CodeLinks?

  /// Renders a chapter with the results of its experiments.
  /// - Parameters:
  ///   - isTypeset: false to leave apostrophes, quotation marks and dashes as they were typed
  ///   - live: what the page needs to run its experiments itself; nil for a page that does not
  ///   - anchors: the names of the only blocks to render, and nothing else; nil for the whole text
  init(
    chapter: Chapter, run: ChapterRun, words: InterfaceWords, links: ChapterLinks,
    isTypeset: Bool = true, only anchors: Set<String>? = nil, live: LiveChapter? = nil
  ) {
    self.chapter = chapter
    self.run = run
    self.words = words
    isInBook = links.outline != nil
    refusals = live?.refusals ?? [:]
    codeLinks = CodeLinks(chapter, links)
    limit = PageLimit(chapter)
    var faults = FaultPlacement(chapter, run, words: words)
    guard let tree = chapter.tree else {
      html = "\(faults.list)\(plainText)"
      hasCode = !chapter.body.isEmpty
      return
    }
    let document = MarkdownDocument(tree)
    faults.place(in: document)
    removeRepeatedTitle(from: document)
    let values = InlineValueView(
      chapter, run, words: words, live: Set(live.map { Array($0.experiments.keys) } ?? []))
    let formulas = ChapterFormulas(chapter, words: words)
    var prose = ProseTransform(chapter, run, words: words, links: links, values: values)
    var nodes = prose.shape(document)
    var inlines = InlineReplacement(
      links: links, words: words, values: values, formulas: formulas,
      images: ImageView(chapter.prose.images),
      missingFiles: Set(chapter.prose.files.filter(\.isMissing).map(\.path)),
      codeLinks: codeLinks, isTypeset: isTypeset)
    inlines.replace(in: &nodes)
    if let anchors {
      renderBlocks(named: anchors, among: nodes, prose.references, faults.inBlocks)
      return
    }
    replaceCodeBlocks(among: nodes, formulas, prose.references, faults.inBlocks)
    prose.finish(document)
    let solutions = SolutionFolding(in: document).solutions
    var anchors = nameHeadings(of: document, solutions: solutions, prose.references.numbers)
    if let more = faults.atEnd { document.root.appendBlock(opening: more) }
    if let heading = prose.addBibliography(to: document) {
      anchors[heading] = CitationLinks.bibliographyAnchor
    }
    html = "\(faults.atTop)\(document.root.pageHTML)"
    let contents = PageContents(words: words, sections: sections).html
    if let fault = limit.check(html, contents) {
      html = FailureView(words: words.outputs, diagnostic: fault).html
      sections = []
    } else if links.outline != nil {
      texts = SectionText.sections(of: document, anchors: anchors, code: code)
    }
  }

  /// The text as it stands, when it is not Markdown that can be rendered.
  private var plainText: HTML? {
    if chapter.body.isEmpty { return nil }
    let code = CodeListing(
      code: String(chapter.body), isSwift: false, label: words.code(ofBlock: nil))
    return "<div class=\"listing\">\n\(code.html)</div>\n"
  }

  /// Takes away a first heading that says the chapter's title again.
  private func removeRepeatedTitle(from document: MarkdownDocument) {
    guard let first = document.root.firstChild, first.headingLevel == 1 else { return }
    let title = TypographicText.text(first.plainText)
    if title == TypographicText.text(chapter.frontMatter.title) { first.remove() }
  }

  // MARK: Code

  private mutating func replaceCodeBlocks(
    among nodes: [MarkdownNode], _ formulas: ChapterFormulas, _ references: CrossReferences,
    _ faults: [Int: [Diagnostic]]
  ) {
    for node in nodes {
      switch node.kind {
      case .displayFormula:
        let view = formulas.view(ofBlock: node, references)
        node.replace(withBlockHTML: view.html, words: view.searchWords)
      case .block:
        guard let item = node.item else { continue }
        let block = chapter.blocks[item]
        let captions = node.children.filter { $0.kind == .figureCaption }.map(Caption.init)
        let shown = shownBlock(block, captions, faults[item] ?? [], references)
        guard let shown else { node.remove(); continue }
        hasCode = hasCode || !block.options.hide
        let place = node.replace(
          withBlockHTML: shown.html, words: shown.words.joined(separator: " "))
        code[place] = text(of: block)
      case .codeBlock:
        hasCode = true
        let text = node.literal ?? ""
        code[node.replace(withBlockHTML: listing(of: node))] = text
      case .htmlBlock:
        node.replace(withBlockHTML: listing(of: node))
      default: break
      }
    }
  }

  /// Renders some of the blocks that run.
  private mutating func renderBlocks(
    named anchors: Set<String>, among nodes: [MarkdownNode], _ references: CrossReferences,
    _ faults: [Int: [Diagnostic]]
  ) {
    for node in nodes where node.kind == .block {
      guard let item = node.item, case let block = chapter.blocks[item], block.number != nil,
        anchors.contains(block.anchor)
      else { continue }
      let captions = node.children.filter { $0.kind == .figureCaption }.map(Caption.init)
      onlyBlocks[block.anchor] =
        shownBlock(block, captions, faults[item] ?? [], references)?.html
    }
  }

  /// Returns a block without its outputs when they would make the page too large.
  private mutating func shownBlock(
    _ block: Block, _ captions: [Caption?], _ faults: [Diagnostic], _ references: CrossReferences
  ) -> BlockView.Shown? {
    var view = view(of: block, captions, faults, references)
    let shown = view.shown
    guard let fault = limit.count(shown?.html, of: block) else { return shown }
    if view.result != nil { view.result = ExperimentResult(outputs: [], failure: fault) }
    return view.shown
  }

  private func view(
    of block: Block, _ captions: [Caption?], _ faults: [Diagnostic], _ references: CrossReferences
  ) -> BlockView {
    let result = block.experimentID.flatMap { run.results[$0] }
    let lines = block.code.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let place = block.fence.start.line...(block.codeStart.line + lines)
    let own = run.diagnostics.filter { diagnostic in
      diagnostic.range.map { place.contains($0.start.line) } ?? false
    }
    return BlockView(
      words: words, block: block, result: result, faults: faults, diagnostics: own,
      captions: captions, isInBook: isInBook,
      codeLinks: chapter.frontMatter.isReference && block.options.source != nil ? nil : codeLinks,
      refusal: block.experimentID.flatMap { refusals[$0] }, references: references)
  }

  /// The code that a block shows, and what it prints.
  private func text(of block: Block) -> String {
    let outputs = block.experimentID.flatMap { run.results[$0] }?.outputs ?? []
    let printed = outputs.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return ((block.options.hide ? [] : [block.code]) + printed).joined(separator: "\n")
  }

  /// A listing of code that is not Swift, or of HTML that the author wrote.
  private func listing(of node: MarkdownNode) -> HTML {
    let language = node.info?.prefix { $0 != " " }
    let code = CodeListing(
      code: node.literal ?? "", isSwift: language == "swift", links: codeLinks,
      label: words.code(ofBlock: nil))
    return "<div class=\"listing\">\n\(code.html)</div>\n"
  }

  // MARK: Headings

  /// Gives the headings their names and links.
  /// - Returns: the names, by what stands in the headings' places
  private mutating func nameHeadings(
    of document: MarkdownDocument, solutions: [SolutionFolding.Solution], _ numbers: LabelNumbers
  ) -> [MarkdownNode: String] {
    var anchors: [MarkdownNode: String] = [:]
    var names = AnchorNames(
      taken: chapter.blocks.compactMap(\.experimentID) + chapter.prose.labels.map(\.id))
    let headings = HeadingNumbers(words: words, numbers: numbers)
    for node in Array(document.root.descendants) {
      guard let level = node.headingLevel else { continue }
      let known = headings.place(of: node)
      let number = headings.write(into: node)
      let title = node.plainText
      let name = known?.anchor ?? names.name(for: title)
      if let solution = solutions.first(where: { $0.heading == node }) {
        fold(solution, name: name)
        continue
      }
      // A picture is no text in the page, but has words.
      let shown = title.allSatisfy(\.isWhitespace) ? known?.title ?? "" : title
      if level == 2, !shown.allSatisfy(\.isWhitespace) {
        sections.append(PageContents.Section(anchor: name, title: shown))
      }
      let direction = DirectionMarking.attribute(for: title)
      let opening: HTML = "<h\(level) id=\"\(name: name)\"\(direction)>\(number)"
      let closing: HTML = "\(AnchorLink(name: name).html)</h\(level)>"
      let numberWords = number == nil ? "" : (known?.number ?? "") + " "
      let heading = node.retag(opening: opening, closing: closing, words: numberWords)
      if level <= 4 { anchors[heading] = name }
    }
    return anchors
  }

  private func fold(_ solution: SolutionFolding.Solution, name: String) {
    let opening: HTML = "<details class=\"solution\" id=\"\(name: name)\">"
    let isAlone = solution.last == solution.heading
    let summary = solution.heading.retag(opening: "<summary>", closing: "</summary>")
    summary.wrap(
      through: isAlone ? summary : solution.last, opening: opening, closing: "</details>")
  }
}
