import BookModel
import Testing

@testable import Parsing

/// Translated chapters whose code is no longer that of their originals.
@Suite struct TranslationCheckTests {
  private func findings(_ english: String, _ chinese: String) -> [String] {
    let chapters = [("en", english), ("zh", chinese), ("en", "# Other\n")].enumerated().map {
      index, chapter in
      let path = "Chapters/\(chapter.0)/0\(index / 2 + 1)-a.md"
      let text = "---\nlang: \(chapter.0)\n---\n" + chapter.1
      return ChapterParser.parse(Array(text.utf8), path: path).chapter
    }
    // Whatever order the folders are read in.
    #expect(
      TranslationCheck.findings(in: chapters.reversed()).count
        == TranslationCheck.findings(in: chapters).count)
    return TranslationCheck.findings(in: chapters).map { finding in
      let place = finding.range.map { "\($0.file):\($0.start.line):\($0.start.column)" } ?? ""
      let notes = finding.notes.map { " (\($0.range.start.line):\($0.range.start.column))" }
      return "\(place): \(finding.message)\(notes.joined())"
    }
  }

  @Test("Texts, comments and blank space may differ, and listings too")
  func same() {
    #expect(
      findings(
        "```swift setup\nlet a = 1 // one\n```\n\n```swift experiment id=x\nprint(\"loss \\(a)\")\n```\n\n```swift\nlet b\n```\n",
        "> ```swift setup\n> // 一\n> let a  =  1\n> ```\n\n```swift experiment id=x\nprint(\n  \"损失 \\(a)\")\n```\n"
      ) == [])
  }

  @Test("An experiment that is compiled with other setup blocks than its original is named")
  func sight() {
    let setup = "```swift setup\nlet a = 1\n```\n\n"
    let lines = "\nprint(1)\n```\n\n"
    #expect(
      findings(
        setup + "```swift experiment id=x standalone" + lines + "```swift experiment id=y norun"
          + lines + "```swift experiment id=z" + lines,
        "```swift experiment id=z" + lines + setup + "```swift experiment id=x" + lines
          + "```swift experiment id=y" + lines) == [
          "Chapters/zh/01-a.md:4:1: experiment 'z' stands below 0 setup blocks, in the original below 1 (16:1)",
          "Chapters/zh/01-a.md:12:1: experiment 'x' is 'standalone' in the original only (8:1)",
          "Chapters/zh/01-a.md:16:1: experiment 'y' is 'norun' in the original only (12:1)",
        ])
  }

  @Test("The first word that differs is named with both places")
  func differences() {
    #expect(
      findings(
        "```swift experiment id=x\nlet rate = 0.2\nprint(\"\\(rate)\")\n```\n",
        "> ```swift experiment id=x\n> // 学习率\n> let rate = 0.3\n> print(\"\\(rate)\")\n> ```\n"
      ) == [
        "Chapters/zh/01-a.md:6:14: the code of experiment 'x' is not the original's: '0.3' instead of '0.2' (5:12)"
      ])
    #expect(
      findings(
        "```swift setup\nlet a = 1\n```\n",
        "```swift setup\nlet a = 1\nlet b = \"\"\"\n  x\n  \"\"\"\n```\n")
        == [
          "Chapters/zh/01-a.md:6:1: the code of setup block 1 is not the original's: 'let' instead of its end (6:1)"
        ])
    #expect(
      findings(
        "```swift experiment id=x\nf(\"\\(a)\")\n```\n",
        "```swift experiment id=x\nf(\"\\(b)\")\n```\n")
        == [
          "Chapters/zh/01-a.md:5:6: the code of experiment 'x' is not the original's: 'b' instead of 'a' (5:6)"
        ])
  }

  @Test("An experiment that only one of both has is named")
  func missing() {
    #expect(
      findings(
        "```swift experiment id=x\n1\n```\n", "```swift experiment id=y\n1\n```\n") == [
          "Chapters/zh/01-a.md:4:1: the original, 'Chapters/en/01-a.md', has no experiment 'y'",
          "Chapters/zh/01-a.md:1:1: the original has experiment 'x', which is missing here (4:1)",
        ])
  }
}
