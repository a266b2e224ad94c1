import BookModel
import ChartDrawing
import Charts
import Markup
import OutputViews
import Testing
import Transcript

@testable import Rendering

@Suite struct OutputTests {
  func prose(_ result: ExperimentResult, options: String = "") -> String {
    SampleChapter.prose("```swift experiment id=x\(options)\n```", results: ["x": result])
  }

  @Test func printedMarkupIsText() {
    let html = prose(ExperimentResult(outputs: [.text("<svg onload=alert(1)>\"\u{301}\n")]))
    #expect(html.contains("&lt;svg onload=alert(1)&gt;&quot;\u{301}\n</pre>"))
    #expect(!html.contains("<svg"))
  }

  @Test func aNewlineAtTheStartOfPrintedTextIsKept() {
    #expect(
      prose(ExperimentResult(outputs: [.text("\na")])).contains(
        "<pre class=\"printed\">\n\na</pre>"))
  }

  @Test func longTextIsBoundedAndWithinReachOfTheKeyboard() {
    let lines = String(repeating: "a\n", count: 21)
    let long = prose(ExperimentResult(outputs: [.text(lines)]))
    #expect(long.contains("<pre class=\"printed long\" tabindex=\"0\" role=\"group\" aria-label="))
    let bounded = prose(ExperimentResult(outputs: [.text(String(lines.dropLast(2)))]))
    #expect(bounded.contains("<pre class=\"printed\">"))
    let short = prose(ExperimentResult(outputs: [.text("a\n")]))
    #expect(short.contains("<pre class=\"printed\">"))
    let wide = prose(ExperimentResult(outputs: [.text(String(repeating: "中", count: 16))]))
    // Its lines are wrapped.
    #expect(wide.contains("<pre class=\"printed\">"))
  }

  @Test("The data of a figure are shown whole up to 41 rows, of more rows 15 are")
  func rowsOfData() {
    for (count, shown) in [(40, 40), (41, 41), (42, 15)] {
      let places = (0..<count).map(Double.init)
      let chart = Chart(marks: [.line(LineMark(x: places, y: places))])
      let html = prose(ExperimentResult(outputs: [.chart(chart)]))
      #expect(html.ranges(of: "<tr><td>").count == shown)
    }
  }

  @Test func wordsOfChartsTablesAndClaimsAreSetAsProseIs() {
    let marks: [Mark] = [
      .line(LineMark(label: "line's", x: [0, 1], y: [1, 2])),
      .scatter(ScatterMark(label: "scatter's", x: [0, 1], y: [1, 2])),
      .step(StepMark(label: "step's", x: [0, 1], y: [1, 2])),
      .band(BandMark(label: "band's", x: [0, 1], lower: [0, 1], upper: [1, 2])),
      .horizontalRule(at: 1, "rule's"),
    ]
    let table = Table("column's", caption: "table's")
    let html = prose(
      ExperimentResult(outputs: [
        .chart(Chart(title: "title's", x: Axis(label: "axis's"), marks: marks)),
        .chart(
          ContourPlot(x: 0...1, y: 0...1) { x, y in x + y }.minimum(0, 0, name: "low's").chart),
        .chart(Chart(panels: [Panel(title: "panel's", marks: [marks[0]])])),
        .table(table), .check(Check(claim: "claim's")),
      ]))
    for word in [
      "line", "scatter", "step", "band", "rule", "title", "axis", "low", "panel", "column", "table",
      "claim",
    ] {
      #expect(html.contains("\(word)’s"))
      #expect(!html.contains("\(word)'s") && !html.contains("\(word)&#39;s"))
    }
  }

  @Test func readyMadeChartsSpeakTheChaptersLanguage() {
    let result = ExperimentResult(outputs: [.chart(LossCurve([4, 1], epochs: 1).chart)])
    let html = SampleChapter.html(
      "```swift experiment id=x\n```", results: ["x": result],
      frontMatter: FrontMatter(title: "样本", language: .chinese))
    for word in ["损失", "迭代周期"] { #expect(html.contains(">\(word)</text>")) }
    for word in ["loss", "epoch"] { #expect(!html.contains(">\(word)")) }
  }

  @Test func figuresAreCountedThroughTheChapter() {
    let result = ExperimentResult(outputs: [
      .chart(SampleChapter.chart), .chart(SampleChapter.chart),
    ])
    let markdown = "```swift experiment id=x\n```\n\n```swift experiment id=y\n```"
    let numbered = SampleChapter.prose(markdown, results: ["x": result, "y": result])
    for number in 1...4 { #expect(numbered.contains(">Figure 3.\(number)</span>")) }
    let alone = SampleChapter.html(
      markdown, results: ["x": result], frontMatter: FrontMatter(title: "Sample"))
    #expect(alone.contains(">Figure 2</span>"))
  }

  @Test func captionAndAlternativeBelongToTheFirstChart() {
    let result = ExperimentResult(outputs: [
      .chart(SampleChapter.chart), .chart(SampleChapter.chart),
    ])
    let html = SampleChapter.prose(
      """
      ```swift experiment id=x
      //| caption: A <b>caption</b>
      //| alt: An "alternative" <b>
      ```
      """, results: ["x": result])
    #expect(html.ranges(of: "A &lt;b&gt;caption&lt;/b&gt;").count == 1)
    #expect(html.contains("aria-label=\"An &quot;alternative&quot; &lt;b"))
    #expect(!html.contains("<b>"))
    #expect(html.contains(SampleChapter.chart.textAlternative(language: .english)))
  }

  @Test("Each chart and table has its caption with markup, its number and its label")
  func captions() {
    let table = Table(columns: ["a"], rows: [["1"]])
    let named = Table(columns: ["a"], rows: [["1"]], caption: "Its own *words*")
    let result = ExperimentResult(outputs: [
      .chart(SampleChapter.chart), .table(named), .table(table), .chart(SampleChapter.chart),
      .value(PublishedValue(name: "v", content: .number(2.5))), .table(table),
    ])
    let html = SampleChapter.prose(
      """
      [](#x), [](#fig-b), [](#tbl-c)

      ```swift experiment id=x
      //| caption: The *first* $x^2$, `code` and [a link](#fig-b)
      //| alt: First
      //| caption: A table {#tbl-c}
      //| caption: With `=x.v` {#fig-b}
      //| alt: Second
      ```
      """, results: ["x": result])
    func contains(_ text: String) -> Bool { html.contains(text) }
    #expect(contains("href=\"#x_1-figure\">Figure 3.1</a>"))
    #expect(contains("href=\"#x_2-figure\">Figure 3.2</a>"))
    #expect(contains("href=\"#x_table-2\">Table 3.2</a>"))
    #expect(
      contains(
        "<figcaption><span class=\"number\">Figure 3.1</span> The <em>first</em> <span class=\"kept\"><math"
      ))
    #expect(contains("<code>code</code> and <a href=\"#x_2-figure\">a link</a>"))
    #expect(contains("<caption><span class=\"number\">Table 3.1</span> Its own *words*</caption>"))
    #expect(contains("<caption><span class=\"number\">Table 3.2</span> A table"))
    #expect(html.ranges(of: "<caption>").count == 2)
    #expect(contains("Figure 3.2</span> With 2.5"))
    #expect(contains("aria-label=\"First. ") || contains("aria-label=\"First\""))
    #expect(contains("aria-label=\"Second"))
  }

  @Test("A caption is for what is left, in the order of the run, or by the kind in its label")
  func captionPlacement() {
    let range = SourceRange(file: "a.md", line: 1, column: 1)
    let chart = Output.chart(SampleChapter.chart)
    let table = Output.table(Table(columns: ["a"]))
    let named = Output.table(Table(columns: ["a"], caption: "b"))
    func places(_ labels: [String?], _ outputs: [Output]) -> CaptionPlacement {
      CaptionPlacement(
        labels.map { FigureCaption(markdown: "", label: $0, range: range) }, among: outputs)
    }
    let mixed = [table, .text("a"), chart, named, chart]
    #expect(places([nil, nil, nil, nil], mixed).captions == [0: 0, 2: 1, 4: 2])
    #expect(places([nil, nil, nil, nil], mixed).surplus == [3])
    #expect(places(["fig-a", nil, nil], mixed).captions == [2: 0, 0: 1, 4: 2])
    #expect(places([nil, "tbl-a", "loss"], mixed).captions == [0: 0, 2: 2])
    #expect(places([nil, "tbl-a", "loss"], mixed).surplus == [1])
    #expect(places(["tbl-a"], [chart]).surplus == [0])
  }

  @Test("In an electronic book a chart is one drawing, without its data")
  func electronicFigure() {
    var view = FigureView(
      words: OutputWords(.english), chart: SampleChapter.chart, number: "1.1", id: "a")
    view.electronicDrawing = SampleChapter.chart.electronicSVG(id: "a")
    let book = HTMLOutput(isElectronic: true).markup(of: view.html).markup
    #expect(
      book.hasPrefix("<figure id=\"a-figure\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a\"")
    )
    #expect(book.ranges(of: "<svg").count == 1)
    #expect(book.contains("<figcaption>") && !book.contains("<details") && !book.contains("<table"))
    #expect(view.html.markup.contains("chart-pair") && view.html.markup.contains("<details"))
  }

  @Test(
    "A caption for which nothing is shown stands below the block, with its notes",
    arguments: [
      ("", [Output.chart(SampleChapter.chart)]), (" norun", nil), (" hide", []),
    ])
  func captionsAlone(option: String, outputs: [Output]?) {
    let html = SampleChapter.prose(
      """
      ```swift experiment id=x\(option)
      //| caption: First
      //| caption: The *second*[^a] <a id="here"></a>
      ```

      [^a]: A note with [](#here).
      """, results: outputs.map { ["x": ExperimentResult(outputs: $0)] } ?? [:])
    let shown = outputs?.count ?? 0
    #expect(html.ranges(of: "<p class=\"caption\">First</p>").count == 1 - shown)
    #expect(html.ranges(of: "<p class=\"caption\">The <em>second</em>").count == 1)
    #expect(html.ranges(of: "<figcaption>").count == shown)
    #expect(html.contains(" id=\"_noteref-a\""))
    #expect(html.contains(" id=\"here\""))
  }

  @Test func theDataOfAChartStandsInATable() {
    let html = prose(ExperimentResult(outputs: [.chart(SampleChapter.chart)]))
    #expect(
      html.contains(
        "<thead><tr><th scope=\"col\">epoch</th><th scope=\"col\">loss</th></tr></thead>"))
    #expect(html.ranges(of: "<tr><td>").count == 3)
  }

  @Test func aTableWithAllDataIsTheFileAndLongerDataAreInTheLink() {
    let short = prose(ExperimentResult(outputs: [.chart(SampleChapter.chart)]))
    #expect(short.contains("<p hidden=\"\"><a class=\"csv\" data-file=\"figure-3.1.csv\""))
    #expect(!short.contains("data:text/csv"))
    let x = (0..<42).map(Double.init)
    let long = prose(ExperimentResult(outputs: [.chart(LineChart(x: x, y: x).chart)]))
    #expect(long.contains("<p><a class=\"csv\" download=\"figure-3.1.csv\" href=\"data:text/csv"))
    #expect(!long.contains("hidden=\"\""))
  }

  @Test func aFailureIsASentenceWithItsPlaceAndWithoutThePathOfTheFile() {
    let range = SourceRange(file: "/home/someone/Chapters/en/a.md", line: 41, column: 20)
    let failure = Diagnostic(
      at: range, "cannot find '<b>'\u{1B}[0m", hint: "did you mean 'b'?",
      notes: [.init(range: range, message: "first used here")])
    let html = prose(ExperimentResult(outputs: [.text("before\n")], failure: failure))
    #expect(html.contains(">Error at line 41, column 20:</span>"))
    #expect(html.contains("cannot find &#39;&lt;b&gt;&#39;</span>"))
    #expect(html.contains("Line 41, column 20: <span class=\"message\">first used here"))
    #expect(html.contains("Hint: <span class=\"message\">did you mean &#39;b&#39;?"))
    #expect(html.contains("before"))
    #expect(!html.contains("someone"))
  }

  @Test func anErrorInASetupBlockStandsUnderIt() {
    let chapter = SampleChapter.make("A\n\n```swift setup\nlet a = b\n```\n\nB")
    let error = Diagnostic(at: SourceRange(file: chapter.path, line: 4, column: 9), "no b")
    let html = ChapterPage(chapter: chapter, run: ChapterRun(diagnostics: [error])).html
    #expect(html.contains(">Error at line 4, column 9:</span> <span class=\"message\">no b</span>"))
  }

  @Test func anExperimentWithoutAResultShowsNoOutput() {
    #expect(
      !SampleChapter.prose("```swift experiment id=x\nlet a = 1\n```").contains("class=\"output\""))
    #expect(!prose(ExperimentResult(outputs: [])).contains("class=\"output\""))
  }
}
