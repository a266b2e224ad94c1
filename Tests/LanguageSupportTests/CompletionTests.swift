import Execution
import Testing

@testable import LanguageSupport

@Suite struct CompletionTests {
  /// A chapter with something of each kind, and a place in a line at its end.
  private func proposals(_ line: String, others: [EditedChapter] = []) async -> [String] {
    let marked = MarkedChapter(
      """
      ---
      title: T
      ---
      # T

      ## Why it falls {#falls}

      ```swift setup
      //| data: wing.csv
      publish("all", 0)
      ```

      ```swift experiment id=run
      let rate = knob("rate", default: 0.2, in: 0...1)
      publish("floor", rate)
      ```

      \(line)
      """)
    let context = ContextReader.context(in: marked.chapter, at: marked.offset)
    guard case .code(let place) = context else {
      return await OwnCompletions(chapter: marked.chapter, book: GivenBook(others: others))
        .proposals(for: context).map(\.insertion)
    }
    return NameCompletions(chapter: marked.chapter).proposals(at: marked.offset, place)?
      .map(\.insertion) ?? ["Swift"]
  }

  @Test("Labels, chapters, pictures, works and values are proposed where the text names them")
  func prose() async {
    #expect(await proposals("see [](#‸)") == ["t", "falls", "run"])
    #expect(await proposals("see [the words](#fa‸").contains("falls"))
    #expect(
      await proposals("see [](‸)") == [
        "#t", "#falls", "#run", "02-b.md", "picture.png", "wing.csv",
      ])
    #expect(await proposals("![a wing](p‸)") == ["picture.png"])
    #expect(await proposals("see [@‸") == ["robbins1951"])
    #expect(await proposals("as @rob‸ says") == ["robbins1951"])
    #expect(await proposals("it is `=‸`") == ["run.all", "run.floor"])
    let other = MarkedChapter.chapter(
      "# B\n\n## There {#there}\n", path: "/book/Chapters/en/02-b.md")
    #expect(await proposals("[](02-b.md#‸)", others: [other]) == ["b", "there"])
    #expect(await proposals("[](/en/02-b.md#‸)", others: [other]) == ["b", "there"])
  }

  @Test("Nothing is proposed where nothing is named")
  func text() async {
    for line in [
      "a word‸", "(#‸)", "me@example‸", "`a = ‸`", "`=run.floor ‸`", "[a](b) #‸", "    code \\‸",
      "```text\n[](#‸\n```",
    ] {
      #expect(await proposals(line) == [], "\(line)")
    }
  }

  @Test("Commands of formulas are proposed within formulas")
  func formulas() async {
    for line in ["so $\\et‸$", "so $a + \\‸", "$$\n\\‸\n$$", "```math\n\\‸\n```", "so $`\\‸`$"] {
      #expect(await proposals(line).contains("\\eta"), "\(line)")
    }
    #expect(await proposals("\\\\$x \\et‸$").contains("\\eta"))
    #expect(await !proposals("\\$x \\et‸").contains("\\eta"))
    #expect(await proposals("$$\n\\begin{al‸\n$$").contains("aligned"))
  }

  @Test("Roles, options and their values are proposed on fences and in //| lines")
  func blocks() async {
    #expect(await proposals("```‸").first == "swift experiment id=")
    #expect(await proposals("```swift ‸").prefix(2) == ["setup", "experiment id="])
    let experiment = await proposals("```swift experiment id=b timeout=1s ‸\n```")
    #expect(
      experiment == ["fold", "fold-charts", "hide", "standalone", "norun", "expect=", "live="])
    #expect(
      await proposals("```swift experiment id=b live=‸\n```") == ["true", "false", "required"])
    #expect(await proposals("```swift setup ‸\n```") == ["fold", "hide", "norun"])
    #expect(await proposals("```swift source=a.swift ‸\n```") == ["fold", "symbol=", "doc="])
    #expect(await proposals("```swift experiment id=b expect=‸\n```") == ["trap", "compile-error"])
    #expect(
      await proposals("```swift experiment id=b\n//| ‸\n```")
        == ["caption: ", "alt: ", "label: ", "data: "])
    #expect(await proposals("```swift setup\n//| ‸\n```") == ["data: "])
    #expect(await proposals("```swift setup\n//| data: ‸\n```") == ["wing.csv"])
    #expect(await proposals("> ```swift setup\n> //| da‸\n> ```") == ["data: "])
  }

  @Test("Keys of the front matter are proposed, and the languages")
  func frontMatter() async {
    let key = MarkedChapter("---\ntitle: T\nse‸\n---\n# T\n")
    #expect(
      ContextReader.context(in: key.chapter, at: key.offset) == .frontMatterKey(typed: 13..<15))
    let value = MarkedChapter("---\nlang: ‸\n---\n# T\n")
    let context = ContextReader.context(in: value.chapter, at: value.offset)
    let proposals = await OwnCompletions(chapter: value.chapter, book: GivenBook())
      .proposals(for: context)
    #expect(proposals.map(\.insertion) == ["en", "zh"])
  }

  @Test(
    "In Swift, names that others give are proposed between quotation marks, and nothing else of ours"
  )
  func code() async {
    func inBlock(_ line: String) async -> [String] {
      await proposals("```swift experiment id=other\n\(line)\n```\n\nIt is `=other.gap`.")
    }
    #expect(await inBlock("knob(\"‸\")") == ["rate"])
    #expect(await inBlock("publish(\"‸\")") == ["gap"])
    #expect(await inBlock("data(\"‸\")") == ["wing.csv"])
    #expect(await inBlock("let a = ‸") == ["Swift"])
    #expect(await inBlock("print(\"[](#‸\")") == ["Swift"])
  }

  @Test("A template's places are left out for who cannot fill them in")
  func templates() {
    var item = Completion("step", .method, replacing: 0..<0)
    item.insertion = "step(${1:batch: ${2:Int}}, \\$a, $0)${0}"
    #expect(item.plainInsertion == item.insertion)
    item.isTemplate = true
    #expect(item.plainInsertion == "step(batch: Int, $a, )")
    #expect(item.filled.places == [5..<15])
    item.insertion = "f(${1:Double}, by: ${2:é})${3}"
    #expect(item.filled.text == "f(Double, by: é)")
    #expect(item.filled.places == [2..<8, 14..<16])
  }
}
