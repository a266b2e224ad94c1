import BookModel
import Charts
import Testing
import Transcript

@testable import Rendering

@Suite struct DescriptionTests {
  func prose(_ outputs: Output..., failure: Diagnostic? = nil) -> String {
    SampleChapter.prose(
      "```swift experiment id=x\n```",
      results: ["x": ExperimentResult(outputs: outputs, failure: failure)])
  }

  @Test func aClaimThatHoldsIsMarkedAndOneThatDoesNotIsASentenceWithItsPlace() {
    let holds = prose(.check(Check(claim: "a < b")))
    #expect(holds.contains("Checked:</span> a &lt; b</p>"))
    #expect(!holds.contains("failure"))
    let fails = prose(.check(Check(claim: "a < b", failure: .init(line: 7, column: 3))))
    #expect(fails.contains("Line 7, column 3: this claim does not hold:</span>"))
    #expect(fails.contains("a &lt; b"))
  }

  @Test func aTurnedKnobTellsItsUsualValue() {
    let knob = Knob(name: "rate", kind: .real, range: 0.5...2, standard: 1, value: 1.5)
    #expect(prose(.knob(knob)).contains("(from 0.5 to 2; usually 1)"))
  }

  @Test func numbersOfATableMeetAtTheDecimalPoint() {
    let column = AlignedColumn(["1.25", "10", "", "nan", "-0.5"])
    #expect(column.isNumeric)
    #expect(
      column.cells == [
        "1.25", "10\u{2008}\u{2007}\u{2007}", "", "nan", "-0.5\u{2007}",
      ])
    #expect(!AlignedColumn(["1", "one"]).isNumeric)
    #expect(AlignedColumn(["7", "12"]).cells == ["7", "12"])
  }

  @Test func cellsAndCaptionsAreText() {
    let html = prose(.table(Table(columns: ["<i>"], rows: [["<b>"]], caption: "\"<u>")))
    #expect(html.contains("<th scope=\"col\" class=\"text\">&lt;i&gt;</th>"))
    #expect(html.contains("<td class=\"text\">&lt;b&gt;</td>"))
    #expect(html.contains("<caption>&quot;&lt;u&gt;</caption>"))
  }

  @Test func anExpectedFailureIsCalm() {
    let range = SourceRange(file: "a.md", line: 4, column: 2)
    let html = prose(.failure(Diagnostic(at: range, "it trapped", hint: "do not")))
    #expect(html.contains("<div class=\"failure expected\">"))
    #expect(html.contains("As expected, at line 4, column 2:</span>"))
    #expect(!html.contains("do not"))
  }

  @Test(
    arguments: [
      (4.8941e-05, nil, "4.89 · 10⁻⁵"), (-3.4, nil, "−3.4"), (1000, nil, "1000"),
      (12.53441, nil, "12.53"), (0.5, .fixed(3), "0.500"), (1e20, .scientific(1), "1.0 · 10²⁰"),
      (.nan, nil, "nan"), (-.infinity, nil, "−inf"), (2.0 / 3, .general(2), "0.67"),
    ] as [(Double, InlineValue.Format?, String)])
  func aNumberInProseIsWrittenAsProseWritesIt(
    number: Double, format: InlineValue.Format?, text: String
  ) {
    #expect(InlineValueView.text(number, format) == text)
  }

  @Test func aValueStandsForItsNameEverywhereInTheProse() {
    let markdown = "# The `=x.name` *`=x.none`*\n\n```swift experiment id=x\n```\n\nSee `=y.a`."
    var chapter = SampleChapter.make(markdown)
    let place = SourceRange(file: "a.md", line: 1, column: 1)
    chapter.inlineValues = ["name", "none"].map {
      InlineValue(text: "=x.\($0)", experiment: "x", name: $0, range: place)
    }
    let outputs: [Output] = [.value(PublishedValue(name: "name", content: .text("<b>&")))]
    let run = ChapterRun(results: ["x": ExperimentResult(outputs: outputs)])
    let html = ChapterPage(chapter: chapter, run: run).fragment
    #expect(html.contains("The &lt;b&gt;&amp;"))
    #expect(html.contains("<em><span class=\"missing\">[no value: x.none]</span></em>"))
    #expect(html.contains("<code>=y.a</code>"))
    #expect(!html.contains("class=\"output\""))
  }
}
