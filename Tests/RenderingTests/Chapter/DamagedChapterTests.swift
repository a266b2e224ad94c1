import BookModel
import Foundation
import Parsing
import Testing

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pages of damaged chapters")
struct DamagedChapterTests {
  /// A generator that gives the same numbers every time.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  private static let pieces = [
    "text ", "$`x`$ ", "$`\\frac{`$", "$`", "`$", "[](#a)", "[w](#b)", "[](02-b.md#c)", "[^n]",
    "\n\n[^n]: a note\n\n", "\n[^n]: again ", "[@k]", "[@", "\n\n", "\n", "\n> ", "\n- ", "\n1. ",
    "\n# A {#a}\n", "\n### B {#B!}\n", "\n| a | b |\n| - | - |\n| 1 | $`\\y`$ | 3 |\n",
    "\n\n: caption {#a}\n\n", "\n```swift experiment id=e\n", "\n```swift setup hid\n", "\n```\n",
    "\n```math id=a\n", "\n~~~\n", "\\nope", "//| caption: c\n", "`=e.v`", "`=q.v %d`",
    "\n> [!NOPE]\n",
    "![](x.png)", "<b>", "<!-- c -->", "\n<div>\n", "\n***\n", "\n## Exercise\n",
    "\n### Solution\n",
    "梯度\n下降", "&amp;", "\u{202E}", "{", "}", "**",
  ]

  @Test("whatever stands in a chapter, its page is XML and shows every error once")
  func pages() {
    var dice = Dice(state: 11)
    for _ in 0..<400 {
      let count = Int.random(in: 1...20, using: &dice)
      var text = Bool.random(using: &dice) ? "" : "---\ntitle: X\norder: 1\n---\n"
      for _ in 0..<count { text += Self.pieces.randomElement(using: &dice) ?? "" }
      var chapter = ChapterParser.parse(Array(text.utf8), path: "Chapters/en/01-a.md").chapter
      for index in chapter.prose.references.indices where Bool.random(using: &dice) {
        chapter.prose.references[index].isBroken = true
      }
      let html = ChapterPage(chapter: chapter, run: ChapterRun()).fragment
      #expect(
        html.ranges(of: "<div class=\"failure\">").count == Set(chapter.faults).count, "\(text)")
      let parser = XMLParser(data: Data("<div>\(html)</div>".utf8))
      #expect(parser.parse(), "\(text)\n\(html)")
    }
  }
}
