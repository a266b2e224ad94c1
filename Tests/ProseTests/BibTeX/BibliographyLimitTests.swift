import BookModel
import Testing

@testable import Prose

@Suite struct BibliographyLimitTests {
  @Test func abbreviationsThatDoubleEndAtTheLongestValue() throws {
    var text = "@string{s0 = \"lol\"}\n"
    for level in 1...40 { text += "@string{s\(level) = s\(level - 1) # s\(level - 1)}\n" }
    let bibliography = read(
      text + "@misc{a, title = s5, year = 1}\n@misc{b, title = s40, year = 2}")
    let first = try #require(bibliography.warnings(exceptOf: []).first)
    // 3 * 2^15 is just below 100000; s16 would have twice as many.
    #expect(first.range?.start.line == 17)
    #expect(
      first.message
        == "the value of 's16' has 196608 bytes or more, its abbreviations written out; "
        + "a value has at most 100000")
    #expect(first.hint != nil)
    #expect(bibliography.work("a")?.entry.fields[.title]?.plain.utf8.count == 96)
  }

  @Test func allUsesOfAbbreviationsTogetherAreBounded() {
    var text = "@string{long = {\(String(repeating: "x", count: 90_000))}}\n"
    for number in 0..<100 { text += "@string{k\(number) = long}\n" }
    let first = read(text).warnings(exceptOf: []).first
    // The first line defines, and the 89th use of 90000 bytes is one too many.
    #expect(first?.range?.start.line == 8_000_000 / 90_000 + 2)
    #expect(
      first?.message
        == "the abbreviations used up to here stand for more than 8000000 bytes, the most of a file"
    )
  }

  @Test func afterAHundredFaultsTheOthersAreCounted() {
    let text = String(repeating: "@misc{a, title}\n", count: 500)
    let bibliography = read(text + "@misc{b, title = {B}, year = 1}")
    let warnings = bibliography.warnings(exceptOf: [])
    #expect(warnings.count == 101)
    #expect(
      warnings.last?.message == "the bibliography has 400 more faults, from here on")
    #expect(warnings.last?.range?.start.line == 101)
    #expect(bibliography.work("b")?.diagnostics == [])
  }

  @Test func aFileThatIsTooLargeIsNotRead() {
    let larger = Bibliography(
      [UInt8](repeating: 0x20, count: Bibliography.maximumSize + 1), path: "b.bib")
    #expect(larger.keys == [])
    #expect(
      larger.errors.map(\.message)
        == ["the bibliography has 50000001 bytes; it has at most 50000000"])
  }

  @Test("A hundred thousand entries, none of which is closed, take no more than one pass")
  func manyBrokenEntries() {
    let text = (0..<100_000).map { "@misc{k\($0), title = {T\n" }.joined()
    let bibliography = read(text)
    #expect(bibliography.keys.count == 100_000)
    #expect(bibliography.warnings(exceptOf: []).count == 101)
  }

  @Test("Entries without an end and without keys take no more than one pass")
  func keyless() {
    for piece in [
      "@misc{", "@misc(", "@comment{", "@string{", "@misc(@misc(", "@misc{= ", "@a{b,{",
    ] {
      let bibliography = read(String(repeating: piece, count: 50_000) + "\n@misc{a, title = {T}}")
      #expect(bibliography.contains("a"), "\(piece)")
    }
  }

  @Test("Groups, commands and accents may be nested as deep as a value is long")
  func depth() throws {
    for (opening, closing) in [("{", "}"), ("\\emph{", "}"), ("\\'", ""), ("\\mkbibquote{", "}")] {
      let depth = 100_000 / (opening + closing).utf8.count - 10
      let latex =
        String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
      let work = try #require(read("@misc{a, title = {\(latex)}, year = 1}").work("a"))
      #expect(work.entry.fields[.title]?.plain.unicodeScalars.contains("x") == true, "\(opening)")
      #expect(work.diagnostics == [], "\(opening)")
    }
  }

  @Test("A chain of entries that inherit from each other ends")
  func inheritance() throws {
    var text = "@misc{k0, title = {T}, year = 1951}\n"
    for number in 1...40 { text += "@misc{k\(number), crossref = {k\(number - 1)}}\n" }
    let bibliography = read(text)
    let near = try #require(bibliography.work("k30"))
    #expect(near.diagnostics == [])
    #expect(near.entry.fields[.title] == "T")
    let far = try #require(bibliography.work("k40"))
    #expect(
      far.diagnostics.map(\.message).contains("more than 32 entries inherit from each other"))
    #expect(far.diagnostics.allSatisfy { $0.severity == .warning })
  }

  private func read(_ text: String) -> Bibliography {
    Bibliography(Array(text.utf8), path: "b.bib")
  }
}
