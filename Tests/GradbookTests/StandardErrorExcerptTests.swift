import Testing

@testable import BookPipeline

@Suite struct StandardErrorExcerptTests {
  private func text(_ written: String) -> String {
    StandardErrorExcerpt(written, of: "x", in: "a.md").text
  }

  private let head = "a.md: the experiment 'x' wrote to standard error:\n"

  @Test("Each line is shown, the last with and without its newline")
  func lines() {
    #expect(text("one\n\ntwo\n") == head + "  one\n  \n  two")
    #expect(text("one\ntwo") == head + "  one\n  two")
  }

  @Test("Of a long text 4,000 bytes are shown, and the others are counted")
  func long() {
    let most = String(repeating: "a", count: 4000)
    #expect(text(most) == head + "  " + most)
    #expect(text(most + "b") == head + "  " + most + "\n  ... and 1 bytes more")
  }
}
