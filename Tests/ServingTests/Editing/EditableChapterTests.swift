import Testing

@testable import Serving

/// Blocks replaced in a chapter's file.
@Suite struct EditableChapterTests {
  private func edited(_ text: String, _ anchor: String, _ code: String) throws -> String {
    let chapter = EditableChapter(Array(text.utf8), path: "a.md")
    return String(
      decoding: try chapter.applying([BlockEdit(anchor: anchor, code: code)]), as: UTF8.self)
  }

  @Test("Nothing but the block's lines changes, and in them only what is changed")
  func lines() throws {
    let text = "# A\n\n```swift experiment id=one\na\n  b  \nc\n```\n\nEnd \t\n"
    #expect(
      try edited(text, "one", "a\n  b  \nnew\nc\n")
        == "# A\n\n```swift experiment id=one\na\n  b  \nnew\nc\n```\n\nEnd \t\n")
    #expect(try edited(text, "one", "a\n  b  \nc\n") == text)
    #expect(
      try edited(text, "one", "") == "# A\n\n```swift experiment id=one\n```\n\nEnd \t\n")
    #expect(
      try edited("```swift experiment id=one\n```\n", "one", "x\r\ny")
        == "```swift experiment id=one\nx\ny\n```\n")
    #expect(
      try edited("```swift setup\na\n```\n\n```swift setup\nb\n```\n", "_block-2", "c\n")
        == "```swift setup\na\n```\n\n```swift setup\nc\n```\n")
    #expect(
      try edited("~~~~swift experiment id=one\n//| caption: C\na\n~~~~\n", "one", "b\n")
        == "~~~~swift experiment id=one\n//| caption: C\nb\n~~~~\n")
  }

  @Test("A byte order mark, other line ends and a last line without one stay")
  func bytes() throws {
    #expect(
      try edited(
        "\u{FEFF}# A\r\n\r\n```swift experiment id=one\r\na\r\nb\r\n```\r\nEnd", "one", "a\nx\nb\n")
        == "\u{FEFF}# A\r\n\r\n```swift experiment id=one\r\na\r\nx\r\nb\r\n```\r\nEnd")
    #expect(
      try edited("```swift experiment id=one\na\n```", "one", "b\nc")
        == "```swift experiment id=one\nb\nc\n```")
  }

  @Test("Code within lists and quotes keeps what stands before it")
  func containers() throws {
    let list = "- item\n\n  ```swift experiment id=one\n  a\n\n  b\n  ```\n"
    #expect(
      try edited(list, "one", "a\n\nnew {\n\n  deep\n}\nb\n")
        == "- item\n\n  ```swift experiment id=one\n  a\n\n  new {\n\n    deep\n  }\n  b\n  ```\n")
    let quote = "> > ```swift experiment id=one\n> > a\n> > ```\n"
    #expect(
      try edited(quote, "one", "x\n\ny\n")
        == "> > ```swift experiment id=one\n> > x\n> >\n> > y\n> > ```\n")
    #expect(
      try edited("1. ```swift experiment id=one\n   ```\n", "one", "x\n")
        == "1. ```swift experiment id=one\n   x\n   ```\n")
    #expect(
      try edited("  ```swift experiment id=one\n  a\n  ```\n", "one", "b\n")
        == "  ```swift experiment id=one\n  b\n  ```\n")
  }

  @Test(
    "Code that would leave its block, or is no text for a chapter, is refused",
    arguments: [
      "```\n# Heading\n```swift\n", "a\n```\nb\n", "//| caption: C\na\n", "a\u{0}b\n", "```",
    ])
  func leaving(code: String) {
    let text = "# A\n\n```swift experiment id=one\na\n```\n\n```swift setup\nb\n```\n"
    #expect(throws: EditFault.leavesBlock) { try edited(text, "one", code) }
  }

  @Test("A block that is not there is named")
  func missing() {
    #expect(throws: EditFault.noBlock("two")) {
      try edited("```swift experiment id=one\n```\n", "two", "")
    }
    // A fence that is not closed is an error; there is no telling what belongs to the block.
    #expect(throws: EditFault.noBlock("one")) {
      try edited("```swift experiment id=one\na\n", "one", "b")
    }
    #expect("\(EditFault.noBlock("two"))" == "the chapter has no block 'two' any more")
  }

  @Test("Several blocks are replaced at once, whatever their order")
  func several() throws {
    let text = "```swift setup\na\n```\n\n```swift experiment id=one\nb\n```\n"
    let chapter = EditableChapter(Array(text.utf8), path: "a.md")
    let edits = [
      BlockEdit(anchor: "one", code: "1\n2\n"), BlockEdit(anchor: "_block-1", code: "3\n4\n5\n"),
    ]
    let expected = "```swift setup\n3\n4\n5\n```\n\n```swift experiment id=one\n1\n2\n```\n"
    for edits in [edits, edits.reversed()] {
      #expect(String(decoding: try chapter.applying(edits), as: UTF8.self) == expected)
    }
  }
}
