import BookModel
import Testing

@testable import Prose

@Suite struct BibliographyLimitTests {
  @Test func abbreviationsThatDoubleEndAtTheLongestValue() throws {
    var text = "@string{s0 = \"lol\"}\n"
    for level in 1...40 { text += "@string{s\(level) = s\(level - 1) # s\(level - 1)}\n" }
    let bibliography = read(
      text + "@misc{a, title = s5, year = 1}\n@misc{b, title = s40, year = 2}")
    let first = try #require(bibliography.diagnostics.first)
    // 3 * 2^15 is just below 100000; s16 would have twice as many.
    #expect(first.range?.start.line == 17)
    #expect(
      first.message
        == "the value of 's16' has 196608 bytes or more, its abbreviations written out; "
        + "a value has at most 100000")
    #expect(first.hint != nil)
    #expect(bibliography.keys == ["a"])
  }

  @Test func allUsesOfAbbreviationsTogetherAreBounded() {
    var text = "@string{long = {\(String(repeating: "x", count: 90_000))}}\n"
    for number in 0..<100 { text += "@string{k\(number) = long}\n" }
    let bibliography = read(text)
    // The first line defines, and the 89th use of 90000 bytes is one too many.
    #expect(bibliography.diagnostics.first?.range?.start.line == 8_000_000 / 90_000 + 2)
    #expect(
      bibliography.diagnostics.first?.message
        == "the abbreviations used up to here stand for more than 8000000 bytes, the most of a file"
    )
  }

  @Test func afterAHundredFaultsTheFileIsNotRead() {
    let bibliography = read(String(repeating: "@misc{a}\n", count: 500))
    #expect(bibliography.diagnostics.count == 101)
    #expect(
      bibliography.diagnostics.last?.message
        == "the file has 100 faults; from here on it is not read")
    #expect(bibliography.diagnostics.last?.range?.start.line == 101)
  }

  @Test func aFileThatIsTooLargeIsNotRead() {
    let larger = Bibliography(
      [UInt8](repeating: 0x20, count: Bibliography.maximumSize + 1), path: "b.bib")
    #expect(larger.keys == [])
    #expect(
      larger.diagnostics.map(\.message)
        == ["the bibliography has 8000001 bytes; it has at most 8000000"])
  }

  private func read(_ text: String) -> Bibliography {
    Bibliography(Array(text.utf8), path: "b.bib")
  }
}
