import BookModel
import Charts
import OutputViews
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

  @Test func severalClaimsThatHoldAreOneLineThatOpens() throws {
    let html = prose(
      .text("one\n"), .check(Check(claim: "a < b")), .text("two\n"),
      .check(Check(claim: "b", failure: .init(line: 7, column: 3))), .check(Check(claim: "c")),
      .text("three\n"))
    let line = """
      <details class="check"><summary><span class="mark" aria-hidden="true">✓</span> \
      <span class="verdict">2 claims checked</span></summary>
      <ul>
      <li>a &lt; b</li>
      <li>c</li>
      </ul>
      </details>
      """
    let place = try #require(html.range(of: line)).lowerBound
    // In place of the last of them; a claim that does not hold keeps its own.
    #expect(try #require(html.range(of: "two")).lowerBound < place)
    #expect(try #require(html.range(of: "does not hold")).lowerBound < place)
    #expect(try #require(html.range(of: "three")).lowerBound > place)
    #expect(html.ranges(of: "class=\"check\"").count == 1)
  }

  @Test func theChecksOfALoopAreOneClaimWithTheNumberOfCases() {
    func check(_ claims: [String?], holds: [Bool]) -> String {
      let records = zip(claims, holds).map {
        CheckRecord(place: .init(line: 7, column: 3), holds: $1, claim: $0)
      }
      var check = Check(records[0])
      for record in records.dropFirst() { check.add(record) }
      return prose(.check(check))
    }
    #expect(
      check(["a", "b", nil], holds: [true, true, true])
        .contains("Checked in all 3 cases:</span> a; b; …</p>"))
    #expect(
      check(["a", nil], holds: [true, true]).contains("Checked in all 2 cases:</span> a</p>"))
    let fails = check(["a", "b", "c"], holds: [true, false, false])
    #expect(fails.contains("Line 7, column 3: this claim does not hold in 2 of 3 cases:</span>"))
    #expect(fails.contains("<span class=\"message\">b; c</span>"))
  }

  @Test func aLineThatAMessageQuotesIsCutBetweenCharacters() {
    let long = String(repeating: "é", count: 500)
    let whole = Diagnostic(at: nil, long, hint: "a\n" + long)
    #expect(whole.message == long && whole.hint == "a\n" + long)
    let cut = Diagnostic(at: nil, "a" + long + "b", hint: "a\n" + long + "b\nc")
    #expect(cut.message == "a" + long.dropLast() + "…")
    #expect(cut.hint == "a\n" + long + "…\nc")
  }

  @Test func standardErrorIsFoldedBelowTheOutputsAndEscaped() throws {
    let markdown = "```swift experiment id=x\n```"
    let failure = Diagnostic(at: nil, "it failed")
    let result = ExperimentResult(
      outputs: [.text("printed\n")], failure: failure,
      standardError: "<b>\u{202E}\u{1B}[31mred")
    let html = SampleChapter.prose(markdown, results: ["x": result])
    let opening = "<details class=\"data errors\"><summary>Standard error</summary>\n<pre class="
    let start = try #require(html.range(of: opening))
    #expect(html[..<start.lowerBound].contains("printed"))
    #expect(!html[..<start.lowerBound].contains("it failed"))
    #expect(
      html[start.upperBound...].contains(
        "&lt;b&gt;<span class=\"unseen\">U+202E</span>red</pre>\n</details>"))
    #expect(
      SampleChapter.html(
        markdown, results: ["x": result],
        frontMatter: FrontMatter(title: "a", language: .chinese)
      ).contains("<summary>标准错误输出</summary>"))
    #expect(!prose(.text("printed\n")).contains("<details"))
  }

  @Test func ofLongStandardErrorTheBeginningIsShown() {
    let most = StandardErrorView.maximumLength
    func html(_ text: String) -> String {
      let result = ExperimentResult(outputs: [], standardError: text)
      return SampleChapter.prose("```swift experiment id=x\n```", results: ["x": result])
    }
    let line = String(repeating: "e", count: most - 1)
    #expect(html(line + "é").contains("\(line)\n[2 more bytes are left out]</pre>"))
    #expect(html(line + "f").contains("\(line)f</pre>"))
  }

  @Test func aTurnedKnobTellsItsUsualValue() {
    let knob = Knob(name: "rate", kind: .real, range: 0.5...2, standard: 1, value: 1.5)
    #expect(prose(.knob(knob)).contains("(from 0.5 to 2; usually 1)"))
  }

  @Test func cellsAndCaptionsAreText() {
    let html = prose(.table(Table(columns: ["<i>"], rows: [["<b>"]], caption: "\"<u>")))
    #expect(html.contains("<th scope=\"col\" class=\"text\">&lt;i&gt;</th>"))
    #expect(html.contains("<td class=\"text\">&lt;b&gt;</td>"))
    #expect(
      html.contains("<caption><span class=\"number\">Table 3.1</span> “&lt;u&gt;</caption>"))
  }

  @Test func anExpectedFailureIsCalm() {
    let range = SourceRange(file: "a.md", line: 4, column: 2)
    let html = prose(.failure(Diagnostic(at: range, "it trapped", hint: "do not")))
    #expect(html.contains("<div class=\"failure expected\">"))
    #expect(html.contains("As expected, at line 4, column 2:</span>"))
    #expect(!html.contains("do not"))
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
