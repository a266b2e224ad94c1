import BookModel
import Parsing
import Testing

@testable import Rendering

@Suite("Formulas on the page")
struct FormulaTests {
  private func prose(_ markdown: String) throws -> String {
    let parsed = ChapterParser.parse(Array(markdown.utf8), path: "a.md")
    try #require(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)")
    return ChapterPage(chapter: parsed.chapter, run: ChapterRun()).fragment
  }

  @Test("a formula within a line takes its dollar signs away, and nothing else")
  func inline() throws {
    let html = try prose("Costs $5: $`x`$, $`y`$ $`z`$. `$` and $`w`$")
    #expect(
      html.hasPrefix("<p>Costs $5: <span class=\"kept\"><math><mrow><mi>x</mi></mrow>"))
    #expect(html.ranges(of: "<math>").count == 4)
    #expect(
      html.contains("</math>,</span> <math>")
        && html.contains("</math> <span class=\"kept\"><math>"))
    #expect(
      html.contains("</math>.</span> <code>$</code> and <math>") && html.hasSuffix("</math></p>\n"))
  }

  @Test("between two formulas in backticks there is no third, whatever stands there")
  func neighbours() throws {
    for between in ["。", ".", "—"] {
      let html = try prose("到 $`x`$\(between)$`y`$ 为止")
      #expect(html.ranges(of: "<math>").count == 2)
      #expect(html.contains("<mi>y</mi>") && !html.contains("<code>"))
    }
  }

  @Test("the mark behind bold words stays beside the formula that ends them")
  func stressed() throws {
    let html = try prose("It is **at most $`x`$**, or *$`y`$*: so.")
    #expect(html.contains("<mi>x</mi></mrow></math>,</span></strong> or <em>"))
    #expect(html.contains("<mi>y</mi></mrow></math>:</span></em> so."))
  }

  @Test("behind Chinese marks a line may end before another formula, and nowhere else")
  func chineseMarks() throws {
    let html = try prose("设 $`x`$，$`y`$。又 $`z`$，即")
    #expect(html.contains("</math>，</span><wbr/><span class=\"kept\"><math>"))
    #expect(html.ranges(of: "<wbr/>").count == 1)
  }

  @Test("a formula that names a published value is a formula")
  func noValue() throws {
    #expect(try prose("$`=a.b`$").contains("<mo>=</mo><mi>a</mi>"))
  }

  @Test("a formula on lines of its own has the name that it was given, and the mark of its tag")
  func display() throws {
    let html = try prose("```math id=eq-a\nx \\tag{$\\ast<$}\n```\n\n```math\ny\n```")
    #expect(
      html.hasPrefix("<div class=\"formula\" id=\"eq-a\">\n<div class=\"scroll\"><math display"))
    #expect(
      html.contains("<span class=\"number\">(∗ &lt;)<a class=\"anchor\" href=\"#eq-a\""))
    #expect(html.contains("<div class=\"formula\">\n<div class=\"scroll\"><math display"))
    #expect(try prose("```math\nx \\tag*{A}\n```").contains("<span class=\"number\">A</span>"))
  }

  @Test("a formula with a tag is not counted")
  func count() throws {
    let html = try prose(
      "```math id=eq-a\nx \\tag{A}\n```\n\n```math id=eq-b\ny\n```\n\nSee [](#eq-b).")
    #expect(html.contains("<span class=\"number\">(1)") || html.contains("(1)</a>"), "\(html)")
    #expect(!html.contains("(2)"))
  }

  @Test("a number stands beside the formula, with a link to it as a heading has")
  func number() {
    let words = InterfaceWords(language: .english)
    let view = FormulaView(
      words: words, formula: .init("x", style: .display), id: "eq-a", number: "2.1")
    let link = AnchorLink(name: "eq-a").html.markup
    #expect(
      view.html.markup.contains(
        "</math></div><span class=\"number\">(2.1)\(link)</span>\n</div>"))
  }

  @Test("a formula stays on the line of the marks that touch it, and no more than those")
  func marks() throws {
    func kept(_ markdown: String) throws -> [String] {
      try prose(markdown).matches(of: /<span class="kept">(.*?)<math>.*?<\/math>(.*?)<\/span>/)
        .map { "\($0.1)_\($0.2)" }
    }
    #expect(try kept("For ($x$), “$y$” and $n$th or $z$-like.") == ["(_),", "“_”", "_th", "_-"])
    #expect(try kept("取（$B$）、$n$中有数。") == ["（_）、"])
    #expect(try kept("$a$ $b$").isEmpty)
  }

  @Test("a long formula has a place for a line's end at each relation, and at wide space first")
  func lines() throws {
    let text = try prose("```math\na = b \\qquad c = d = e\n```")
    #expect(text.ranges(of: "<math displaystyle=\"true\">").count == 5)
    #expect(text.ranges(of: "<wbr/>").count == 3)
    #expect(text.ranges(of: "</span><span class=\"gap\"> </span><span class=\"part\">").count == 1)
    let inline = try prose("So $x_1 + x_2 = y_1 + y_2 + y_3$.")
    #expect(inline.ranges(of: "<math>").count == 2)
    #expect(inline.contains("<mo>=</mo></math><wbr/><span class=\"kept\"><math>"))
    #expect(try !prose("So $x = y$.").contains("<wbr/>"))
  }

  @Test("what may be wider than a phone can be scrolled by keyboard")
  func wide() throws {
    let long = String(repeating: "x", count: 40)
    #expect(try prose("$`\(long)`$").contains("<span class=\"wide\" tabindex=\"0\" role=\"group\""))
    #expect(try prose("```math\n\(long)\n```").contains("<div class=\"scroll\" tabindex=\"0\""))
    #expect(try !prose("$`x`$\n\n```math\nx\n```").contains("tabindex"))
  }

  @Test("a heading is named after what one sees of its formula")
  func heading() throws {
    let html = try prose("## Rate $`\\frac{2}{L}`$ or $`\\eta`$")
    #expect(html.hasPrefix("<h2 id=\"rate-2l-or-η\">Rate <math>"))
  }

  @Test("TeX is escaped, whatever it holds")
  func escaping() throws {
    let html = try prose("$`a<b\\text{<script>\"&'}`$")
    #expect(!html.contains("<script") && html.contains("<mtext>&lt;script&gt;\"&amp;'</mtext>"))
    let text = "$`<b>\\nope`$\n\n```math\n<b>\\nope\n```"
    let broken = ChapterPage(
      chapter: ChapterParser.parse(Array(text.utf8), path: "a.md").chapter, run: ChapterRun()
    ).fragment
    #expect(broken.hasPrefix("<p><code class=\"missing\">&lt;b&gt;\\nope</code></p>"))
    #expect(broken.contains("<pre><code class=\"missing\">&lt;b&gt;\\nope\n</code></pre>"))
    #expect(!broken.contains("<b>"))
  }
}
