import BookModel
import Markdown
import Testing

@testable import Rendering

@Suite struct BibliographyItemTests {
  typealias Names = BibliographyEntry.Names

  @Test("An article has its journal, volume, issue and pages")
  func article() {
    #expect(
      line("article") {
        $0.fields = [
          .title: "A step", .journaltitle: "Journal", .volume: "7", .number: "2", .pages: "1–9",
          .series: "newseries", .edition: "2",
        ]
      }
        == "Ada Berg (1951). A step. <cite>Journal</cite> 7(2), new series, 1–9, 2nd edition.")
  }

  @Test("A part of a book has the book, those who made it, and its place")
  func part() {
    #expect(
      line("inproceedings") {
        $0.fields = [
          .title: "Is it?", .subtitle: "So", .booktitle: "Proceedings", .series: "Notes",
          .number: "12", .publisher: "P and Q and R", .location: "Ulm", .pages: "3",
        ]
        $0.names[.editor] = Names([Self.other, Self.berg])
      }
        == "Ada Berg (1951). Is it? So. <cite>Proceedings</cite>, Notes 12, edited by Bo van Uhl Jr. "
        + "and Ada Berg, 3, P, Q and R, Ulm.")
  }

  @Test("A book has its volume within the whole, its translator and its number of pages")
  func book() {
    #expect(
      line("book") {
        $0.fields = [
          .title: "Book", .maintitle: "Works", .volume: "3", .pagetotal: "120", .edition: "Second",
          .origlanguage: "german", .isbn: "1-2",
        ]
        $0.names[.translator] = Names([Self.other])
        $0.names[.editor] = Names([Self.other])
        $0.names[.foreword] = Names([Self.other], hasMore: true)
      }
        == "Ada Berg (1951). <cite>Book</cite>. <cite>Works</cite>, volume 3, edited and translated "
        + "from the German by Bo van Uhl Jr., foreword by Bo van Uhl Jr., et al., Second edition, "
        + "120 pages, ISBN 1-2.")
  }

  @Test("The author of a whole book who is that of its part stands there once")
  func partOfOwnBook() {
    let texts = [Names([Self.other]), Names([Self.berg])].map { author in
      line("inbook") {
        $0.fields = [.title: "Part", .booktitle: "Whole"]
        $0.names[.bookauthor] = author
      }
    }
    #expect(texts[0].contains("Bo van Uhl"))
    #expect(texts[1].ranges(of: "Berg").count == 1, "\(texts[1])")
  }

  @Test(arguments: [
    ("thesis", "phdthesis", nil, "PhD thesis, University"),
    ("report", nil, "RC-1", "Report RC-1, University"),
    ("patent", "patentus", "77", "U.S. patent 77, University"),
    ("software", nil, nil, "Software, University"), ("dataset", nil, nil, "Data set, University"),
    ("report", "Memo", "3", "Memo 3, University"), ("misc", nil, nil, "University"),
  ])
  func theKindOfAWorkIsSaid(type: String, kind: String?, number: String?, said: String) {
    let text = line(type) {
      $0.fields = [.title: "T", .institution: "University"]
      $0.fields[.type] = kind.map { FormattedText($0) }
      $0.fields[.number] = number.map { FormattedText($0) }
    }
    #expect(text.hasSuffix("T\(type == "thesis" ? "</cite>" : ""). \(said)."), "\(text)")
  }

  @Test("Without authors the editors stand first, and without any people the title")
  func creators() {
    #expect(
      line("collection") {
        $0.names = [.editor: Names([Self.berg, Self.other])]
        $0.fields = [.title: "T"]
      } == "Ada Berg and Bo van Uhl Jr. (eds.) (1951). <cite>T</cite>.")
    #expect(
      line("online") {
        $0.names = [:]
        $0.fields = [.title: "T"]
        $0.dates = [:]
      } == "T (n.d.).")
  }

  @Test(
    arguments: [
      (.init(.single(.init(year: 2017, month: .number(4), day: 4))), "4 April 2017", "2017-04-04"),
      (.init(.single(.init(year: 2017, month: .number(4)))), "April 2017", "2017-04"),
      (.init(.single(.init(year: 2017, month: .season(4)))), "winter 2017", "2017 年冬"),
      (
        .init(.single(.init(year: 1998, month: .words("May/June")))), "May/June 1998",
        "May/June 1998"
      ),
      (.init(.range(.init(year: 1948), .init(year: 1951))), "1948–1951", "1948–1951"),
      (.init(.range(.init(year: 1948), nil)), "1948–", "1948–"),
      (
        .init(
          .range(
            .init(year: 1968, month: .number(5), day: 19),
            .init(year: 1968, month: .number(5), day: 25))),
        "19–25 May 1968", "1968-05-19/25"
      ),
      (.init(.single(.init(year: 1723)), isApproximate: true), "ca. 1723", "约 1723"),
      (.init(.single(.init(year: 1723)), isUncertain: true), "1723?", "1723?"),
      (.init(.single(.init(year: -44))), "45 BCE", "公元前 45"),
      (.init(.words("in press")), "in press", "in press"), (nil, "n.d.", "无日期"),
    ] as [(BibliographyDate?, String, String)])
  func aDateIsSaidInBothLanguages(date: BibliographyDate?, english: String, chinese: String) {
    #expect(InterfaceWords(language: .english).date(date) == english)
    #expect(InterfaceWords(language: .chinese).date(date) == chinese)
  }

  @Test("Looks, formulas and links of a text are those of the page")
  func markup() {
    var title = FormattedText("On ")
    for run: FormattedText.Run in [
      .init("this", style: [.emphasis, .strong]), .init(" in "), .init("x", tex: "x"),
      .init(" and "), .init("a<b", address: "https://a.b"), .init("c", address: "javascript:c"),
    ] {
      title.append(run)
    }
    let html = line("misc") {
      $0.fields = [.title: title]
      $0.links = [
        .init("doi:10.1/2", address: "https://doi.org/10.1/2"), .init("x:1", address: nil),
      ]
    }
    #expect(html.contains("On <em><strong>this</strong></em> in <math"))
    #expect(html.contains("<mi>x</mi>"))
    #expect(html.contains(" and <a href=\"https://a.b\">a&lt;b</a>c. "))
    #expect(html.hasSuffix("<a href=\"https://doi.org/10.1/2\">doi:10.1/2</a>, x:1."))
    let long = line("misc") {
      $0.links = [.init("doi:10.1214/aoms/1177", address: "https://doi.org/10.1214/aoms/1177")]
    }
    #expect(long.hasSuffix(">doi:10.1214/<wbr/>aoms/<wbr/>1177</a>."))
    let ends = [
      "doi:10.1016/0893-6080(89)90014-2": "doi:10.1016/<wbr/>0893-6080(89)<wbr/>90014-2",
      "https://a.example/2019/recipe/": "https:/<wbr/>/<wbr/>a.example/<wbr/>2019/<wbr/>recipe/",
      "doi:10.1103/PhysRevLett.97.160201": "doi:10.1103/<wbr/>PhysRevLett.<wbr/>97.160201",
    ]
    for (address, divided) in ends {
      let html = line("misc") { $0.links = [.init(address, address: "https://doi.org/x")] }
      #expect(html.hasSuffix(">\(divided)</a>."), "\(html)")
    }
  }

  @Test("The day of a visit is said of an address")
  func visits() {
    let html = line("online") {
      $0.fields = [.title: "T"]
      $0.links = [.init("https://a.b", address: "https://a.b")]
      $0.dates[.urldate] = .init(.single(.init(year: 2020, month: .number(2), day: 1)))
    }
    #expect(html.hasSuffix("https://a.b</a> (visited 1 February 2020)."))
  }

  @Test("Each field that is read is shown")
  func completeness() {
    let silent: Set<BibliographyEntry.Field> = [
      // They stand for others, or say more of others.
      .label, .shorttitle, .editoratype, .editorbtype, .editorctype, .origlanguage, .subtitle,
      .mainsubtitle, .booksubtitle, .journalsubtitle, .issue,
    ]
    for field in BibliographyEntry.Field.allCases where !silent.contains(field) {
      let html = line("book") { $0.fields[field] = "Quokka" }
      #expect(html.contains("Quokka"), "\(field)")
    }
  }

  @Test("A title stands for missing authors, shortened at a word")
  func labels() {
    var entry = BibliographyEntry(key: "k", type: "misc")
    let words = InterfaceWords(language: .english)
    #expect(CitationLabels([entry], words: words)["k"]?.names == "k")
    entry.fields[.title] = FormattedText(String(repeating: "word ", count: 2000))
    #expect(
      CitationLabels([entry], words: words)["k"]?.names
        == Array(repeating: "word", count: 12).joined(separator: " ") + "…")
    entry.fields[.shorttitle] = "Short"
    #expect(CitationLabels([entry], words: words)["k"]?.names == "Short")
  }

  @Test("Letters tell apart as many works of one year as there are")
  func letters() {
    let entries = (0..<60).map { number in
      BibliographyEntry(
        key: "k\(number < 10 ? "0" : "")\(number)", type: "misc",
        names: [.author: Names([Self.berg])])
    }
    let labels = CitationLabels(entries, words: InterfaceWords(language: .english))
    #expect(labels["k00"]?.year == "n.d.a")
    #expect(labels["k25"]?.letter == "z")
    #expect(labels["k26"]?.letter == "aa")
    #expect(Set(entries.map { labels[$0.key]?.year }).count == 60)
  }

  @Test("Works are sorted by letters, without their accents and strokes")
  func order() {
    let names = ["Zak", "Öhm", "Ore", "Øhr", "Ábel", "Simko", "Šimek", "A\u{30A}k", "ęk", "王"]
    let entries = names.map { name in
      BibliographyEntry(key: name, type: "misc", names: [.author: Names([.init(family: name)])])
    }
    let labels = CitationLabels(entries, words: InterfaceWords(language: .english))
    #expect(
      labels.entries.map(\.key)
        == ["Ábel", "A\u{30A}k", "ęk", "Öhm", "Øhr", "Ore", "Šimek", "Simko", "Zak", "王"])
  }

  private static let berg = BibliographyEntry.Name(family: "Berg", given: "Ada")
  private static let other = BibliographyEntry.Name(
    family: "Uhl", given: "Bo", particle: "van", suffix: "Jr.")

  private func line(_ type: String, _ change: (inout BibliographyEntry) -> Void) -> String {
    var entry = BibliographyEntry(
      key: "k", type: type, names: [.author: Names([Self.berg])],
      dates: [.date: BibliographyDate(year: 1951)])
    change(&entry)
    let document = MarkdownDocument("")
    let line = document.root.appendLine(opening: "", closing: "")
    BibliographyItem(words: InterfaceWords(language: .english), entry: entry, letter: "")
      .write(into: line)
    return document.root.pageHTML.markup.split(separator: "\n").joined()
  }
}
