import BookModel
import Testing

@testable import Rendering

@Suite struct BlockTests {
  @Test func blocksThatRunCarryTheirNumbersAndListingsNone() {
    let html = SampleChapter.prose(
      """
      ```swift setup
      let a = 1
      ```

      ```swift
      let b = 2
      ```

      ```swift experiment id=one
      print(a)
      ```
      """)
    #expect(html.contains("<div class=\"block\" id=\"_block-1\">"))
    #expect(html.contains("aria-label=\"Block 1\">[1]</a>"))
    #expect(html.contains("<div class=\"block\" id=\"one\">"))
    #expect(html.contains("<a class=\"number\" href=\"#one\" aria-label=\"Block 2\">[2]</a>"))
    #expect(html.ranges(of: "class=\"number").count == 2)
    #expect(html.ranges(of: "<div class=\"listing\">").count == 1)
  }

  @Test func outputsStandDirectlyUnderTheirCodeInTheirOrder() throws {
    let html = SampleChapter.prose(
      "```swift experiment id=x\ncode()\n```\n\nAfter.",
      results: [
        "x": ExperimentResult(outputs: [
          .text("first\n"), .chart(SampleChapter.chart), .text("last\n"),
        ])
      ])
    let places = ["code()", "first\n</pre>", "Figure 3.1", "last\n</pre>", "After."].map {
      html.ranges(of: $0).first?.lowerBound
    }
    let found = places.compactMap(\.self)
    #expect(found.count == places.count)
    #expect(found == found.sorted())
  }

  @Test("fold-charts puts each call of show on several lines behind a summary, and leaves the rest")
  func foldedCharts() {
    let code = """
      let a = 1
      show(a)
      show(
        Chart(x: [1], title: ")") { x in
          show(
            x)
        })  // Down

      if a > 0 {
        show(
          a)
      }
      show(
        a); print(2)
      show(
        a)

      """
    let parts = ChartCalls.parts(of: code)
    #expect(parts.map(\.code).joined() == code)
    #expect(parts.map(\.isCall) == [false, true])
    #expect(parts.last?.code == "show(\n  a)\n")
    let plain = code.replacing("  // Down", with: "").replacing("; print(2)", with: "")
    let calls = ChartCalls.parts(of: plain)
    #expect(calls.map(\.code).joined() == plain)
    #expect(calls.map(\.isCall) == [false, true, false, true])
    #expect(calls[1].code.hasPrefix("show(\n  Chart(") && calls[1].code.hasSuffix("  })\n"))
    #expect(ChartCalls.parts(of: "show(\n").map(\.code) == ["show(\n"])
    #expect(ChartCalls.parts(of: "") == [])
    let html = SampleChapter.prose("```swift experiment id=x fold-charts\n\(plain)```")
    #expect(html.ranges(of: "<details><summary>Show the chart's code</summary>").count == 0)
    #expect(html.ranges(of: "<details><summary>Show the chart&#39;s code</summary>").count == 2)
    #expect(html.ranges(of: "<div class=\"code\">").count == 4)
  }

  @Test func foldPutsTheCodeBehindASummary() {
    let html = SampleChapter.prose("```swift experiment id=x fold\nlet a = 1\n```")
    #expect(html.contains("<details><summary>Show the code</summary>\n<div class=\"code\">"))
  }

  @Test func hideShowsTheOutputsAlone() {
    let results = ["x": ExperimentResult(outputs: [.text("seen\n")])]
    let html = SampleChapter.prose(
      "```swift experiment id=x hide\nlet secret = 1\n```", results: results)
    #expect(!html.contains("secret"))
    #expect(html.contains("seen"))
    #expect(html.contains("[1]"))
  }

  @Test func aHiddenSetupLeavesNoTrace() {
    #expect(
      SampleChapter.prose("A\n\n```swift setup hide\nlet a = 1\n```\n\nB") == "<p>A</p>\n<p>B</p>\n"
    )
  }

  @Test func aBlockThatDoesNotRunIsAListingWithItsName() {
    let html = SampleChapter.prose("```swift experiment id=x norun\nlet a = 1\n```")
    #expect(html.contains("<div class=\"listing\" id=\"x\">"))
    #expect(!html.contains("class=\"number\""))
  }

  @Test func blocksWithinListsAndQuotesAreReplacedAsWell() {
    let html = SampleChapter.prose(
      """
      - item

        ```swift experiment id=in-list
        let a = 1
        ```

      > ```swift experiment id=in-quote
      > let b = 2
      > ```
      """)
    #expect(html.contains("<li>\n<p>item</p>\n<div class=\"block\" id=\"in-list\">"))
    #expect(html.contains("<blockquote>\n<div class=\"block\" id=\"in-quote\">"))
  }

  @Test func swiftIsColouredAndOtherLanguagesAreNot() {
    let swift = SampleChapter.prose("```swift\nlet a: Int = 1 // <b>\n```")
    #expect(swift.contains("<b>let</b> a: <span class=\"t\">Int</span> = "))
    #expect(
      swift.contains("<i>1</i> <span class=\"c\">// &lt;b&gt;</span>\n</span>"))
    let other = SampleChapter.prose("```python\nlet = 1 # <b>\n```")
    #expect(other.contains("<code><span>let = 1 # &lt;b&gt;\n</span>"))
  }

  @Test func theCodeCanBeCopiedAsItWas() {
    let code = "let s = \"\"\"\n  a\n\n  \\(b)\n  \"\"\"\n/* c\n d */ let e = 1\n\n"
    #expect(text(of: SwiftHighlighting.lines(of: code).markup) == code)
    #expect(text(of: PlainLines.lines(of: "a\n\n b").markup) == "a\n\n b")
  }

  @Test func aSwitchOfWritingDirectionInCodeIsShown() {
    let html = SampleChapter.prose("```swift\nlet a = \"\u{202E}x\"\n```")
    #expect(!html.unicodeScalars.contains("\u{202E}"))
    #expect(html.contains("<span class=\"unseen\">U+202E</span>"))
  }

  /// What a browser would give as the text of simple markup.
  private func text(of markup: String) -> String {
    var text = ""
    var inTag = false
    for character in markup {
      if character == "<" { inTag = true }
      if !inTag { text.append(character) }
      if character == ">" { inTag = false }
    }
    return text.replacing("&quot;", with: "\"")
  }
}
