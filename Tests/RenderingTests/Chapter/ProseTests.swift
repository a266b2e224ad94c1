import BookModel
import Charts
import Parsing
import Testing
import Transcript

@testable import Rendering

@Suite struct ProseTests {
  @Test func aReferenceSaysWhatItLeadsToAndTheFigureLeadsBack() throws {
    let html = try prose(
      """
      See [](#curve), [](#fig-down), [](#why), [](#deep) and [the curve](#fig-down).

      ## Why

      ```swift experiment id=curve
      //| caption: It falls.
      //| label: fig-down
      let a = 1
      ```

      ### Deep
      """)
    #expect(html.contains("<a class=\"ref\" id=\"_ref-1\" href=\"#curve_1-figure\">Figure 3.1</a>"))
    #expect(html.contains("id=\"_ref-2\" href=\"#curve_1-figure\">Figure 3.1</a>"))
    #expect(html.contains("href=\"#why\">Section 3.1</a>"))
    #expect(html.contains("href=\"#deep\">Section 3.1.1</a>"))
    let second = try prose("## A\n\n### B\n\n### C\n\n## D\n\n### E {#e}\n\n[](#e)")
    #expect(second.contains("href=\"#e\">Section 3.2.1</a>"))
    #expect(second.contains("<span class=\"number\">3.1.2</span> C"))
    #expect(html.contains("<a href=\"#curve_1-figure\">the curve</a>"))
    #expect(html.contains("<h2 id=\"why\"><span class=\"number\">3.1</span> Why"))
    #expect(html.contains("<figure id=\"curve_1-figure\">"))
    #expect(
      html.contains(
        "↩</span> <a href=\"#_ref-1\" aria-label=\"Mention 1\">1</a> <a href=\"#_ref-2\""))
  }

  @Test("The way back from a figure or a table counts its own mentions alone")
  func mentionsOfEach() throws {
    let html = try prose(
      "[](#curve), [](#tbl-a), [](#curve)\n\n```swift experiment id=curve\n```\n\n"
        + "| a | b |\n|---|---|\n| 1 | 2 |\n\n: Table {#tbl-a}")
    #expect(
      html.contains(
        "↩</span> <a href=\"#_ref-1\" aria-label=\"Mention 1\">1</a> "
          + "<a href=\"#_ref-3\" aria-label=\"Mention 2\">2</a></span>"))
    #expect(
      html.contains("↩</span> <a href=\"#_ref-2\" aria-label=\"Mention 1\">1</a></span>"))
  }

  @Test func aChapterWithoutNumberCountsPlainlyAndNamesItsSections() throws {
    let html = try prose(
      "[](#curve) in [](#why)\n\n## Why *it* works {#why}\n\n```swift experiment id=curve\n```",
      order: nil)
    #expect(html.contains(">Figure 1</a>"))
    #expect(html.contains("href=\"#why\">Why it works</a>"))
    #expect(html.contains("<h2 id=\"why\">Why <em>it</em> works<a"))
  }

  @Test func referencesSpeakChineseInAChineseChapter() throws {
    let html = try prose(
      "见[](#curve)、[](#why)、[](#ex)、[](#tbl-a)\n\n## 为什么 {#why}\n\n## 练习：其他 {#ex}\n\n"
        + "| a | b |\n|---|---|\n| 1 | 2 |\n\n: 表 {#tbl-a}\n\n```swift experiment id=curve\n```",
      language: .chinese)
    for text in [">图 3.1</a>", ">第 3.1 节</a>", ">练习 3.1</a>", ">表 3.1</a>"] {
      #expect(html.contains(text), "\(text)")
    }
    #expect(html.contains("<h2 id=\"ex\">练习 3.1：其他<a"))
  }

  @Test func aTableOfAnExperimentIsNumberedWhenItHasACaption() throws {
    let table = Table(columns: ["a"], rows: [["1"]], caption: "Numbers")
    let html = try prose(
      "See [](#tbl-one).\n\n```swift experiment id=curve\n//| label: tbl-one\n```",
      outputs: [.table(table), .chart(SampleChapter.chart)])
    #expect(html.contains("href=\"#curve_table-1\">Table 3.1</a>"))
    #expect(html.contains("<div class=\"scroll table\" id=\"curve_table-1\""))
    #expect(html.contains("<caption><span class=\"number\">Table 3.1</span> Numbers <span"))
  }

  @Test func aTableKeepsItsMarkupAndAlignsItsNumbers() throws {
    let html = try prose(
      "| *n* | x | |\n|---|:-:|---|\n| 0.5 | `a \\| b` | <b> |\n| 10 | [](#t) | - a |\n| 2 |\n\n## T"
    )
    #expect(html.contains("<thead><tr>\n<th scope=\"col\"><em>n</em></th>"))
    #expect(html.contains("<td class=\"text\"></td>\n</tr></thead>"))
    #expect(html.contains("<td>0.5</td>\n<td class=\"center\"><code>a | b</code></td>"))
    #expect(html.contains("<td>10\u{2008}\u{2007}</td>"))
    #expect(html.contains("href=\"#t\">Section 3.1</a></td>\n<td class=\"text\">- a</td>"))
    #expect(
      html.contains(
        "<td>2\u{2008}\u{2007}</td>\n<td class=\"center\"></td>\n<td class=\"text\"></td>"))
    #expect(html.contains("&lt;b&gt;") && !html.contains("<b>"))
  }

  @Test func notesStandAfterTheBlockThatRefersToThem() throws {
    let html = try prose(
      """
      One[^a] two[^margin-b] three[^c], again[^a].

      Next.

      [^c]: The *third*.
      [^a]: The first,
          on two lines.

      [^margin-b]: An aside.
      """)
    let order = ["again<sup", "id=\"_note-a\"", "id=\"_note-margin-b\"", "id=\"_note-c\"", "Next."]
    let places = order.map { html.ranges(of: $0).first?.lowerBound ?? html.endIndex }
    #expect(places == places.sorted() && places.last != html.endIndex)
    #expect(html.contains("<a id=\"_noteref-a\" href=\"#_note-a\" aria-label=\"Note 1\">1</a>"))
    #expect(html.contains("<a id=\"_noteref-a_2\" href=\"#_note-a\""))
    #expect(
      html.contains(
        "href=\"#_noteref-c\" aria-label=\"2: back to the text\">2</a> The <em>third</em>.</p>"))
    #expect(html.contains("<p>An aside.</p>"))
    #expect(!html.contains("[^"))
  }

  @Test("notes that refer to themselves or to each other stand where they are written")
  func circularNotes() throws {
    let alone = try prose("[^a]: Itself again[^a].\n\nAfter.")
    #expect(alone.ranges(of: "id=\"_note-a\"").count == 1)
    #expect(alone.contains("Itself again<sup"))
    #expect(alone.hasSuffix("<p>After.</p>\n"))
    let both = try prose("[^a]: One is[^b].\n[^b]: Two is[^a].\n[^c]: Three[^c], four[^a].\n")
    for label in ["a", "b", "c"] {
      #expect(both.ranges(of: "id=\"_note-\(label)\"").count == 1, "\(label)")
    }
  }

  @Test func aNoteOfOneWordIsNoLink() throws {
    let html = try prose("One[^a].\n\n[^a]: https://example.org/x")
    #expect(html.contains("<p><a class=\"number\" href=\"#_noteref-a\""))
    #expect(html.contains("<a href=\"https://example.org/x\">https://example.org/x</a></p>"))
  }

  @Test(
    arguments: zip(
      ["NOTE", "tip", "IMPORTANT", "WARNING", "CAUTION"],
      ["Note", "Tip", "Important", "Warning", "Caution"]))
  func anAdmonitionHasATitle(word: String, title: String) throws {
    let html = try prose("> [!\(word.uppercased())]\n> Text with `code`.\n>\n> - item")
    #expect(
      html.contains("<p class=\"title\">\(title)</p>\n<p>Text with <code>code</code>.</p>\n<ul>"))
    #expect(!html.contains("blockquote") && !html.contains("[!"))
  }

  @Test func otherQuotesAreQuotes() throws {
    #expect(try prose("> [link] [!NOTE]\n> x").contains("<blockquote>"))
  }

  @Test func citationsLeadToTheBibliographyAndBack() throws {
    let html = try prose("A [@b2; @a, p. 3] and [@b1], [@a].") { chapter in
      chapter.prose.bibliography = [
        entry("b2", ["Bottou"], "2018"), entry("a", ["Robbins", "Monro"], "1951"),
        entry("b1", ["Bottou"], "2018"),
      ]
    }
    #expect(
      html.contains(
        "(<a id=\"_cite-b2_1\" href=\"#_bib-b2\">Bottou 2018b</a>; "
          + "<a id=\"_cite-a_1\" href=\"#_bib-a\">Robbins and Monro 1951</a>, p. 3)"))
    #expect(html.contains("<li id=\"_bib-b1\">A. Bottou (2018a). Title of b1."))
    #expect(html.contains("<a href=\"#_cite-a_2\" aria-label=\"Mention 2\">2</a>"))
    #expect(html.contains("<section class=\"bibliography\""))
  }

  @Test("A citation names one or two authors, and the first of three or where others are left out")
  func authorsOfACitation() throws {
    for (authors, others, label) in [
      (["Polyak"], false, "Polyak 1964"), (["Polyak"], true, "Polyak et al. 1964"),
      (["Polyak", "Juditsky"], false, "Polyak and Juditsky 1964"),
      (["Polyak", "Juditsky"], true, "Polyak et al. 1964"),
      (["Duchi", "Hazan", "Singer"], false, "Duchi et al. 1964"),
    ] {
      let html = try prose("[@a].") { chapter in
        chapter.prose.bibliography = [entry("a", authors, "1964")]
        chapter.prose.bibliography[0].names[.author]?.hasMore = others
      }
      #expect(html.contains("(<a id=\"_cite-a_1\" href=\"#_bib-a\">\(label)</a>)"))
    }
  }

  @Test func aCitationThatIsUnknownShowsItsKey() throws {
    #expect(try prose("[@nobody].").contains("<span class=\"missing\">@nobody</span>"))
  }

  @Test("A key in a sentence is a citation if it is known, and stays as it is if not")
  func narrativeCitations() throws {
    let html = try prose(
      "@a shows, @b [p. 3] too; @handle, m@a.org, \\@a, `@a`, [@a](https://x.org), [see @c]."
    ) { chapter in
      chapter.prose.bibliography = [
        entry("a", ["Robbins", "Monro"], "1951"), entry("b", ["Polyak"], "1964"),
      ]
    }
    #expect(
      html.contains(
        "<span class=\"citation\"><a id=\"_cite-a_1\" href=\"#_bib-a\">Robbins and Monro (1951)</a>"
          + "</span> shows, "))
    #expect(
      html.contains(
        "href=\"#_bib-b\">Polyak (1964, p. 3)</a></span> too; @handle, <a href=\"mailto:m@a.org\">")
    )
    #expect(html.contains("m@a.org</a>, @a, "))
    #expect(html.contains("<code>@a</code>, <a href=\"https://x.org\">@a</a>, [see @c]."))
    #expect(!html.contains("_cite-a_2"))
  }

  @Test("A bracket may have words before a key, the year alone, and lines")
  func mixedCitations() throws {
    let html = try prose("[see @a, p. 3;\nalso -@b] *x* [@b\nch. 2].") { chapter in
      chapter.prose.bibliography = [
        entry("a", ["Robbins"], "1951"), entry("b", ["Polyak"], "1964"),
      ]
    }
    #expect(
      html.contains(
        "(see <a id=\"_cite-a_1\" href=\"#_bib-a\">Robbins 1951</a>, p. 3; "
          + "also <a id=\"_cite-b_1\" href=\"#_bib-b\">1964</a>)</span> <em>x</em> "))
    #expect(html.contains("href=\"#_bib-b\">Polyak 1964</a>, ch. 2)</span>."))
  }

  @Test("In Chinese, brackets and names stand without spaces")
  func chineseNarrative() throws {
    let html = try prose("见@a的文章。", language: .chinese) { chapter in
      chapter.prose.bibliography = [entry("a", ["Robbins", "Monro"], "1951")]
    }
    #expect(html.contains("见<span class=\"citation\"><a id=\"_cite-a_1\" href=\"#_bib-a\">"))
    #expect(html.contains("Robbins、Monro（1951）</a></span>的<span class=\"kept\">文章。</span>"))
  }

  @Test("Whatever a key has in it, its name in the page is one of an electronic book as well")
  func namesOfKeys() throws {
    let html = try prose("[@a/b:c*d].") { chapter in
      chapter.prose.bibliography = [entry("a/b:c*d", ["Polyak"], "1964")]
    }
    #expect(html.contains("<a id=\"_cite-a·2F·b·3A·c·2A·d_1\" href=\"#_bib-a·2F·b·3A·c·2A·d\">"))
  }

  @Test func anImageBesideTheChapterIsPutIntoThePage() throws {
    let html = try prose("![A \"slope\"](a.png \"T\") ![b](b.png)") { chapter in
      chapter.prose.images[0].content = .init(mediaType: "image/png", bytes: [1, 2, 3])
    }
    #expect(
      html.contains(
        "<img src=\"data:image/png;base64,AQID\" alt=\"A &quot;slope&quot;\" title=\"T\"/> b"))
  }

  @Test func theEnginesCodeIsShownWithItsPlace() throws {
    let html = try prose("```swift source=A/B.swift symbol=C.d\n```") { chapter in
      chapter.blocks[0].code = "func d()\n"
    }
    #expect(html.contains("<p class=\"source\"><code>A/B.swift</code> · <code>C.d</code></p>"))
    #expect(html.contains("<b>func</b> d()"))
  }

  @Test func textFromRightToLeftStandsSoAndHiddenTurnsAreShown() throws {
    let html = try prose("## שלום\n\nשלום עולם\n\n- שלום\n\na\u{202E}b")
    #expect(html.contains("<h2 id=\"שלום\" dir=\"auto\">"))
    #expect(html.contains("<p dir=\"auto\">שלום עולם</p>"))
    for text in ["سلام", "ࢠ", "ﭐ", "ﺰ", "ܐ"] {
      #expect(try prose(text).contains("<p dir=\"auto\">\(text)</p>"), "\(text)")
    }
    #expect(
      html.contains("<li><div dir=\"auto\">שלום</div></li>")
        || html.contains("<div dir=\"auto\">שלום</div>"))
    #expect(html.contains("a<span class=\"unseen\">U+202E</span>b"))
  }

  @Test func aReferenceToAnotherChapterSaysItsNumber() throws {
    let first = try parsed(
      "[](02-b.md#t), [](02-b.md), [](02-b.md#c).", path: "Chapters/en/01-a.md", order: 1)
    let second = try parsed(
      "## T\n\n```swift experiment id=c\n```", path: "Chapters/en/02-b.md", order: 2)
    let run = ChapterRun(results: ["c": ExperimentResult(outputs: [.chart(SampleChapter.chart)])])
    let site = Site(chapters: [first, second], runs: [second.path: run])
    let html = site.page(of: first, run: ChapterRun()).html
    #expect(html.contains("<a href=\"02-b.html#t\">Section 2.1</a>"))
    #expect(html.contains("<a href=\"02-b.html\">Chapter 2</a>"))
    #expect(html.contains("<a href=\"02-b.html#c_1-figure\">Figure 2.1</a>"))
  }

  @Test func whatIsEscapedElsewhereIsEscapedHereToo() throws {
    let html = try prose(
      "[@a, x] [^x]\n\n[^x]: <script>\n\n> [!NOTE]\n> <script>\n\n| <script> | b |\n|-|-|\n"
    ) { chapter in
      chapter.prose.bibliography = [entry("a", ["<script>"], "\"><script>")]
    }
    #expect(!html.contains("<script>"))
  }

  // MARK: Making chapters

  private func entry(_ key: String, _ names: [String], _ year: String) -> BibliographyEntry {
    BibliographyEntry(
      key: key, type: "article",
      names: [.author: .init(names.map { .init(family: $0, given: "A.") })],
      dates: [.date: Int(year).map { .init(year: $0) } ?? .init(.words(year))],
      fields: [.title: FormattedText("Title of \(key)")])
  }

  private func parsed(
    _ markdown: String, path: String = "Chapters/en/03-x.md", order: Int? = 3,
    language: FrontMatter.Language = .english
  ) throws -> Chapter {
    let number = order.map { "order: \($0)\n" } ?? ""
    let text = "---\ntitle: X\nlang: \(language.rawValue)\n\(number)---\n" + markdown
    let result = ChapterParser.parse(Array(text.utf8), path: path)
    try #require(result.diagnostics.allSatisfy { $0.severity != .error }, "\(result.diagnostics)")
    return result.chapter
  }

  private func prose(
    _ markdown: String, order: Int? = 3, language: FrontMatter.Language = .english,
    outputs: [Output] = [.chart(SampleChapter.chart)], change: (inout Chapter) -> Void = { _ in }
  ) throws -> String {
    var chapter = try parsed(markdown, order: order, language: language)
    change(&chapter)
    let run = ChapterRun(results: ["curve": ExperimentResult(outputs: outputs)])
    return ChapterPage(chapter: chapter, run: run).fragment
  }
}
