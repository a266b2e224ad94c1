import BookModel
import Testing

@testable import gradbook

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
  }

  @Test("control characters of a chapter do not reach the terminal")
  func controls() {
    #expect(excerpt("a\u{1B}[31mb", column: 1) == "   41 | a[31mb\n      | ^")
  }
}
