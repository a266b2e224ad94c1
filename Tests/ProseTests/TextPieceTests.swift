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

  @Test(arguments: ["plain", "a[0]", "[^]", "[^a b]", "[^a[b]", "[x@y]", "[^a", "[", "^a]"])
  func otherBracketsAreText(text: String) { #expect(TextPiece.pieces(of: text) == nil) }

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
