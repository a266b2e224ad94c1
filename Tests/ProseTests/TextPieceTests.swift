import BookModel
import Markdown
import Testing

@testable import Prose

@Suite struct TextPieceTests {
  @Test func bracketsDivideAText() {
    let pieces = TextPiece.pieces(of: "so[^a] and [@b; @c_d, p. 3].")
    #expect(
      pieces?.map(\.piece) == [
        .text("so"), .footnote("a"), .text(" and "),
        .citation(
          [
            CitedWork(key: "b", place: 13..<14),
            CitedWork(key: "c_d", place: 17..<20, locator: "p. 3"),
          ], .bracket), .text("."),
      ])
    #expect(pieces?.map(\.place) == [0..<2, 2..<6, 6..<11, 11..<27, 27..<28])
  }

  @Test(arguments: [
    "plain", "a[0]", "[^]", "[^a b]", "[^a[b]", "[x@y]", "[^a", "[", "^a]", "a@b.org", "x/@y", "@",
    "@ a",
    "@-a", "@{}", "@{a",
  ])
  func otherBracketsAndSignsAreText(text: String) { #expect(TextPiece.pieces(of: text) == nil) }

  @Test("Within brackets each key may have words before it and behind it")
  func mixedBrackets() {
    let (a, b) = (CitedWork(key: "a", place: 0..<0), CitedWork(key: "b", place: 0..<0))
    for (text, works, form) in [
      ("[see @a, pp. 3-5; also @b]", [a.with("see", "pp. 3-5"), b.with("also")], .mixedBracket),
      ("[@a p. 3]", [a.with(nil, "p. 3")], .bracket), ("[-@a]", [a.yearOnly], .bracket),
      ("[see -@a; @b]", [a.with("see").yearOnly, b], .mixedBracket),
    ] as [(String, [CitedWork], CitationGroup.Form)] {
      #expect(self.works(of: text) == works, "\(text)")
      #expect(self.form(of: text) == form, "\(text)")
    }
  }

  @Test("In a sentence a key has letters and digits with single marks between them")
  func narratives() {
    for (text, key, locator) in [
      ("@robbins1951.", "robbins1951", nil), ("As @a:b/c+d, so", "a:b/c+d", nil),
      ("(@a_b) x", "a_b", nil), ("@a [p. 33] x", "a", "p. 33"), ("@a [^1]", "a", nil),
      ("@a [@b]", "a", nil), ("@a--b", "a", nil), ("@{a--b, c}", "a--b, c", nil),
      ("见@a的", "a", nil), ("@müller1999…", "müller1999", nil), ("“@a”", "a", nil),
      ("@star*1", "star*1", nil), ("@a's", "a", nil),
    ] as [(String, String, String?)] {
      let work = works(of: text)?.first
      #expect(work?.key == key, "\(text)")
      #expect(work?.locator == locator, "\(text)")
      #expect(form(of: text) == .narrative, "\(text)")
    }
  }

  @Test(arguments: [
    ("[@a*b]", "a*b"), ("[@a!b]", "a!b"), ("[@{a b}, p. 1]", "a b"), ("[@a.]", "a"),
    ("[@10.1/x(2)]", "10.1/x(2)"),
  ])
  func withinBracketsAKeyEndsAtASpaceOrComma(text: String, key: String) {
    #expect(works(of: text)?.map(\.key) == [key])
  }

  @Test("Many brackets and signs cost no more than one pass")
  func many() {
    for piece in ["[", "[@a ", "@a [", "[x @a ", "@{"] {
      let text = String(repeating: piece, count: 50_000)
      #expect((TextPiece.pieces(of: text) ?? []).allSatisfy { !$0.place.isEmpty })
    }
  }

  private func citation(in text: String) -> ([CitedWork], CitationGroup.Form)? {
    for (piece, _) in TextPiece.pieces(of: text) ?? [] {
      if case .citation(let works, let form) = piece { return (works, form) }
    }
    return nil
  }

  /// Returns the works without their places.
  private func works(of text: String) -> [CitedWork]? {
    citation(in: text)?.0.map {
      CitedWork(
        key: $0.key, place: 0..<0, prefix: $0.prefix, locator: $0.locator,
        isYearOnly: $0.isYearOnly)
    }
  }

  private func form(of text: String) -> CitationGroup.Form? { citation(in: text)?.1 }

  @Test(arguments: ["[@a;]", "[@a; b]", "[@a,b", "[@a;@]"])
  func aCitationThatIsNoneIsReported(text: String) {
    #expect(TextPiece.pieces(of: text)?.map(\.piece) == [.brokenCitation(text)])
  }

  @Test func featuresAreFoundByTheirBytes() {
    #expect(ProseFeatures(of: "a [b](c)") == .links)
    #expect(ProseFeatures(of: "as @k says, 12 bytes on") == .citations)
    #expect(ProseFeatures(of: "x[^1] | [@k] {#l}") == [.footnotes, .tables, .citations, .labels])
    #expect(ProseFeatures(of: "“中文”，‘a’…") == [])
    #expect(ProseFeatures(of: "שלום") == .directions)
    #expect(ProseFeatures(of: "a\u{202E}b") == .directions)
    #expect(ProseFeatures(of: "\u{E2}") == [])
  }

  @Test(arguments: [
    ("Exercise: decays", "Exercise", ": decays"), ("Exercise 3. More", "Exercise", " More"),
    ("练习 2", "练习", ""), ("练习：其他", "练习", "：其他"),
  ])
  func anExerciseLosesItsNumber(title: String, word: String, rest: String) throws {
    let parts = try #require(ExerciseHeading.parts(of: title))
    #expect(parts.word == word)
    #expect(parts.rest == rest)
  }

  @Test(arguments: [("Exercises", false), ("Exercise", true), ("Theory", false), ("练习 1", true)])
  func aSectionOfExercisesIsNone(title: String, isSingle: Bool) {
    #expect(ExerciseHeading.isSingle(title) == isSingle)
  }

  @Test func anAddressWithinTheBookHasAFileAndALabel() throws {
    func address(_ text: String) -> ReferenceAddress? {
      ReferenceAddress(text, from: "book/Chapters/en/deep/01.md")
    }
    #expect(address("#a")?.target == .here)
    #expect(address("#%E4%B8%AD")?.label == "中")
    #expect(address("../zh/x.md#b")?.path == "../zh/x.md")
    #expect(address("../zh/x.md#b")?.target == .chapter)
    #expect(address("x.md")?.label == nil)
    #expect(address("02%20b.md")?.path == "02 b.md")
    #expect(address("/zh/x.md")?.path == "../../zh/x.md")
    #expect(address("/data.csv")?.target == .file)
    let page = try #require(address("x.html#b"))
    #expect(page.path == "x.md" && page.isPage && page.target == .chapter && page.label == "b")
    #expect(ReferenceAddress("/x.md", from: "notes/a.md")?.path == "x.md")
    for other in ["#", "https://a.b/x.md", "//a.b/x.md", "", "x.md?a", "C:\\x.md", "folder/"] {
      #expect(address(other) == nil, "\(other)")
    }
  }
}

extension CitedWork {
  fileprivate func with(_ prefix: String?, _ locator: String? = nil) -> CitedWork {
    CitedWork(
      key: key, place: place, prefix: prefix, locator: locator, isYearOnly: isYearOnly)
  }

  fileprivate var yearOnly: CitedWork {
    CitedWork(key: key, place: place, prefix: prefix, locator: locator, isYearOnly: true)
  }
}
