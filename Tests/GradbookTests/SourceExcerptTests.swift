import BookModel
import Testing

@testable import BookPipeline

@Suite struct SourceExcerptTests {
  private func excerpt(_ line: String, column: Int) -> String {
    SourceExcerpt(
      line: Array(line.utf8)[...], at: SourcePosition(line: 41, column: column)
    ).text
  }

  @Test("the caret stands under the column, which counts bytes")
  func bytes() {
    #expect(excerpt("let é = x", column: 10) == "   41 | let é = x\n      |         ^")
  }

  @Test("a Chinese character is as wide as two, a tab stays a tab")
  func widths() {
    #expect(excerpt("中文 x", column: 8) == "   41 | 中文 x\n      |      ^")
    #expect(excerpt("\tx", column: 2) == "   41 | \tx\n      | \t^")
    // An accent of its own stands above the letter before it.
    #expect(excerpt("e\u{301}x", column: 4) == "   41 | e\u{301}x\n      |  ^")
  }

  @Test("of a long line only the part around the column is shown")
  func longLines() {
    let reach = String(repeating: "x", count: 60)
    let long = String(repeating: "x", count: 200_000)
    let blanks = String(repeating: " ", count: 60)
    #expect(excerpt(long, column: 1) == "   41 | \(reach) …\n      | ^")
    #expect(excerpt(long + "!", column: 200_001) == "   41 | … \(reach)!\n      |   \(blanks)^")
    #expect(
      excerpt(long + "!" + long, column: 200_001)
        == "   41 | … \(reach)!\(reach.dropLast()) …\n      |   \(blanks)^")
    #expect(excerpt(reach, column: 1) == "   41 | \(reach)\n      | ^")
    #expect(excerpt(reach + "!", column: 61) == "   41 | \(reach)!\n      | \(blanks)^")
  }

  @Test("a cut falls between characters, and a column behind the line is its end")
  func cuts() {
    let long = String(repeating: "梯", count: 1000)
    let blanks = String(repeating: "  ", count: 60)
    #expect(
      excerpt(long, column: 3001)
        == "   41 | … \(long.prefix(60))\n      |   \(blanks)^")
    #expect(excerpt("ab", column: 9) == "   41 | ab\n      |   ^")
  }

  @Test("control characters of a chapter do not reach the terminal")
  func controls() {
    #expect(excerpt("a\u{1B}[31mb", column: 1) == "   41 | a[31mb\n      | ^")
  }
}
