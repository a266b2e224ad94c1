import Testing

@testable import Rendering

@Suite struct MarkupTests {
  @Test func everyNameAndEveryReferenceToOneGetsThePrefix() {
    let rewriter = MarkupRewriter(prefix: "c1_")
    let markup = """
      <p id="a">href="#b" is text <a href="#a">x</a> <svg aria-labelledby="t u"><use href="#t"/>\
      <path fill="url(#g)"/></svg><a href="other.html#a">y</a></p>
      """
    let expected = """
      <p id="c1_a">href="#b" is text <a href="#c1_a">x</a> <svg aria-labelledby="c1_t c1_u">\
      <use href="#c1_t"/><path fill="url(#c1_g)"/></svg><a href="other.html#a">y</a></p>
      """
    #expect(rewriter.rewriting(markup) == expected)
  }

  @Test func linksLeadWhereTheyAreToldTo() {
    let rewriter = MarkupRewriter(link: { $0 == "a.html" ? "#c2" : nil })
    #expect(
      rewriter.rewriting("<a href=\"a.html\">a</a><a href=\"b.html\">b</a>")
        == "<a href=\"#c2\">a</a><a href=\"b.html\">b</a>")
  }

  @Test func drawingsAndFormulasSayWhatTheyAre() {
    let rewriter = MarkupRewriter(namespaces: true)
    #expect(
      rewriter.rewriting("<svg id=\"a\"><g/></svg><math><mi>x</mi></math>")
        == "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a\"><g/></svg>"
        + "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>")
  }

  @Test(arguments: [
    "", "<", "<a", "<a href", "<a href=", "<a href=\"", "a<b", "</", "<!-- <a> -->",
  ])
  func brokenMarkupStaysAsItIs(markup: String) {
    #expect(MarkupRewriter(prefix: "c_").rewriting(markup) == markup)
  }

  @Test func sectionsHoldTheirWordsAndNothingElse() {
    let markup = """
      <p>Before &amp; after.</p>
      <h2 id="one">One <em>two</em><a class="anchor" href="#one"></a></h2>
      <p>A<em>b</em> c&lt;d</p><pre>not this</pre><svg><text>nor this</text></svg>
      <details class="data"><summary>nor</summary><details>this</details></details>
      <details class="data errors">nor this</details>
      <figure><figcaption><span class="number">Figure 1</span> Caption</figcaption></figure>
      <a class="number" href="#x">[1]</a>
      <h3 id="two">Three</h3>
      """
    #expect(
      SectionText.sections(in: markup) == [
        SectionText(anchor: "", heading: "", text: "Before & after."),
        SectionText(
          anchor: "one", heading: "One two", text: "Ab c<d Figure 1 Caption",
          stressed: "b"),
        SectionText(anchor: "two", heading: "Three", text: ""),
      ])
  }

  @Test func aReferenceBeforeACombiningAccentIsResolved() {
    let sections = SectionText.sections(in: "<p>&lt;\u{301}x &amp;lt;</p>")
    #expect(
      sections.first?.text.unicodeScalars.elementsEqual("<\u{301}x &lt;".unicodeScalars) == true)
  }
}
