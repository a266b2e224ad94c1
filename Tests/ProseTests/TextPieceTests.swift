import Markdown
import Testing

@testable import Prose

@Suite struct TextPieceTests {
  @Test func bracketsDivideAText() {
    let pieces = TextPiece.pieces(of: "so[^a] and [@b; @c_d, p. 3].")
    #expect(
      pieces?.map(\.piece) == [
        .text("so"), .footnote("a"), .text(" and "),
        .citation([
          CitedWork(key: "b", place: 13..<14, locator: nil),
          CitedWork(key: "c_d", place: 17..<20, locator: "p. 3"),
        ]), .text("."),
      ])
    #expect(pieces?.map(\.place) == [0..<2, 2..<6, 6..<11, 11..<27, 27..<28])
  }

  @Test(arguments: ["plain", "a[0]", "[^]", "[^a b]", "[x@y]", "[^a", "[", "^a]"])
  func otherBracketsAreText(text: String) { #expect(TextPiece.pieces(of: text) == nil) }

  @Test("A link is a footnote's definition only if its text is a label and nothing else")
  func definitionsThatAreLinks() throws {
    for (text, label) in [("[^a](b)", "a"), ("[^a*b*](c)", nil), ("[a](b)", nil), ("[^](b)", nil)] {
      let document = MarkdownDocument(text)
      let link = try #require(document.root.descendants.first { $0.kind == .link })
      #expect(FootnoteDefinition.inLink(link)?.label == label)
    }
  }

  @Test("The text of a footnote begins behind spaces and tabs")
  func definitionsBehindSpace() throws {
    let document = MarkdownDocument("[^a]: \tone two\n[^b]:\tthree four")
    let paragraph = try #require(document.root.firstChild)
    let definitions = FootnoteDefinition.all(in: paragraph)
    #expect(definitions.map(\.label) == ["a", "b"])
    #expect(definitions.map(\.opening) == ["one two", "three four"])
  }

  @Test(arguments: ["[@]", "[@a b]", "[@a;]", "[@a; b]", "[@a,b", "[@;@]"])
  func aCitationThatIsNoneIsReported(text: String) {
    #expect(TextPiece.pieces(of: text)?.map(\.piece) == [.brokenCitation(text)])
  }

  @Test func featuresAreFoundByTheirBytes() {
    #expect(ProseFeatures(of: "a [b](c)") == .links)
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

  @Test func anAddressWithinTheBookHasAChapterAndALabel() {
    #expect(ReferenceAddress("#a")?.label == "a")
    #expect(ReferenceAddress("#%E4%B8%AD")?.label == "中")
    #expect(ReferenceAddress("../zh/x.md#b")?.chapter == "../zh/x.md")
    #expect(ReferenceAddress("x.md")?.label == nil)
    for other in ["#", "x.png", "https://a.b/x.md", "/x.md", "", "x.md?a", "C:\\x.md"] {
      #expect(ReferenceAddress(other) == nil, "\(other)")
    }
  }
}
