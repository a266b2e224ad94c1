import BookModel
import Testing

@testable import Rendering

@Suite struct ChapterBodyTests {
  @Test("A page sets quotation marks and dashes, a fragment leaves them as they were typed")
  func signs() {
    let page = ChapterPage(chapter: SampleChapter.make("It isn't \"so\"---no."), run: ChapterRun())
    #expect(page.html.contains("<p>It isn’t “so”—no.</p>"))
    #expect(page.fragment == "<p>It isn't &quot;so&quot;---no.</p>\n")
  }

  @Test func headingsGetUniqueNamesAndALinkToThemselves() {
    let html = SampleChapter.prose("## A <b> & `c`\n\n## A b c\n\n### 为什么")
    #expect(
      html.contains(
        """
        <h2 id="a-c"><span class="number">3.1</span> A &lt;b&gt; &amp; <code>c</code>\
        <a class="anchor" href="#a-c"
        """))
    #expect(html.contains("<h2 id=\"a-b-c\">"))
    #expect(html.contains("<h3 id=\"为什么\">"))
  }

  @Test func aHeadingNeverTakesTheNameOfAnExperiment() {
    let html = SampleChapter.prose("## One\n\n```swift experiment id=one\n```")
    #expect(html.contains("<h2 id=\"one-2\">"))
  }

  @Test func theContentsListTheSections() {
    let html = SampleChapter.html("## First <b>\n\n### Not this\n\n## Second")
    #expect(html.contains("<li><a href=\"#first\">First </a></li>\n<li><a href=\"#second\">"))
    #expect(!html.contains("<li><a href=\"#not-this\">"))
    #expect(!SampleChapter.html("## Only").contains("<nav class=\"contents\""))
  }

  @Test("The contents name a picture by its words, and leave out a heading without any")
  func headingsWithoutText() {
    let html = SampleChapter.html("## \n\n## One\n\n## ![A map](a.png)\n\n## <kbd></kbd>")
    #expect(html.ranges(of: "<li><a href=\"#").count == 2)
    #expect(html.contains("<li><a href=\"#a-map\">A map</a></li>"))
  }

  @Test func aFirstHeadingEqualToTheTitleIsNotRepeated() {
    #expect(SampleChapter.prose("# Sample\n\nText") == "<p>Text</p>\n")
    #expect(SampleChapter.prose("# Other\n\nText").contains("Other"))
    #expect(SampleChapter.html("# Sample\n\nText").ranges(of: "<h1").count == 1)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b",
    "<svg onload=alert(1)>\n</svg>",
    "<style>\nx\n</style>", "<a href='javascript:x'>y</a>", "<?php x ?>", "<![CDATA[x]]>",
    "<!-- ok --><script>x</script>", "# <script>x</script>", "[<b>](x)", "![<script>](x)",
    "- <iframe>", "> <iframe>\n> x",
  ])
  func rawHTMLIsTextAndNothingElse(markdown: String) {
    let html = SampleChapter.prose(markdown)
    let names = ["script", "img", "svg", "style", "a href='", "?php", "!", "b>", "iframe"]
    for name in names { #expect(!html.contains("<" + name)) }
  }

  @Test func commentsAreLeftOut() {
    #expect(
      SampleChapter.prose("A <!-- hm --> B\n\n<!--\nhm\n-->\n\nC") == "<p>A  B</p>\n<p>C</p>\n")
  }

  @Test func aLineEndBetweenChineseCharactersIsNoSpace() {
    #expect(SampleChapter.prose("看多少\n数据\nor **多**\n少") == "<p>看多少数据\nor <strong>多</strong>少</p>\n")
    #expect(SampleChapter.prose("two\nlines") == "<p>two\nlines</p>\n")
  }

  @Test func frontMatterIsEscapedWhereverItStands() {
    let evil = "\"><script>x</script>\u{301}"
    let html = SampleChapter.html("Text", frontMatter: FrontMatter(title: evil, summary: evil))
    #expect(!html.contains("<script>"))
    #expect(html.ranges(of: "&gt;&lt;script&gt;x").count == 4)
  }

  @Test func aChineseParagraphDoesNotEndWithOneCharacterOnALine() {
    #expect(
      SampleChapter.prose("多少数据。\n\n> 一二三四\n").contains("<p>多少<span class=\"kept\">数据。</span></p>"))
    #expect(SampleChapter.prose("一二三四").contains("<p>一二<span class=\"kept\">三四</span></p>"))
    #expect(
      SampleChapter.prose("多少数据用 SGD 法。").contains("用 <span class=\"kept\">SGD 法。</span></p>"))
    #expect(
      SampleChapter.prose("多少数据用 $n$ 次。").contains(
        /多少数据用 <span class="kept"><math>.*<\/math> 次。<\/span><\/p>/))
    for short in ["一二", "words", "用 x"] {
      #expect(SampleChapter.prose(short) == "<p>\(short)</p>\n")
    }
  }

  @Test func longCodeInATextEndsALineBehindADotOrAParenthesis() {
    #expect(
      SampleChapter.prose("`Generator.of(seed:)`").contains(
        "<code>Generator.<wbr/>of(<wbr/>seed:)</code>"))
    #expect(SampleChapter.prose("`f(x) < 1.5`").contains("<code>f(x) &lt; 1.5</code>"))
  }

  @Test func signsAreTypesetInTextAndLeftInCode() {
    let html = SampleChapter.prose("Newton's *\"step\"* -- `it's` and $f'$'s.")
    #expect(html.contains("Newton’s <em>“step”</em> – <code>it's</code> and "))
    #expect(html.contains("</math>’s.</span>"))
  }
}
