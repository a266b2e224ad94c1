import BookModel
import Parsing
import Testing

@Suite("Blocks with errors")
struct FaultyBlockTests {
  private func parse(_ text: String) -> ParsedChapter {
    ChapterParser.parse(Array(text.utf8), path: "a.md")
  }

  @Test(
    "an experiment whose header has an error keeps its id and does not run",
    arguments: [
      "```swift experiment id=walk fodl\nprint(1)\n```\n",
      "```swift experimet id=walk\nprint(1)\n```\n",
      "```swift id=walk experiment\nprint(1)\n```\n",
      "```swift experiment id=walk timeout=ages\nprint(1)\n```\n",
      "```swift experiment id=walk expect=rain\nprint(1)\n```\n",
      "```swift experiment id=walk hide hide\nprint(1)\n```\n",
      "```swift experiment id=walk\n//| timeout: 3s\nprint(1)\n```\n",
    ])
  func header(text: String) throws {
    let result = parse(text)
    let block = try #require(result.chapter.blocks.first)
    #expect(block.role == .experiment(id: "walk"))
    #expect(block.code == "print(1)\n")
    #expect(block.problem == result.diagnostics.first)
    #expect(result.chapter.faults == result.diagnostics)
    #expect(!block.options.hide)
  }

  @Test("a block that would run is found within HTML, whatever its fence is made of")
  func insideHTML() {
    for fence in ["```", "~~~~"] {
      let text = "<div>\n  \(fence)swift setup\nlet a = 1\n\(fence)\n</div>\n"
      let found = ChapterParser.parse(Array(text.utf8), path: "a.md").diagnostics
      #expect(found.contains { $0.range?.start == SourcePosition(line: 2, column: 3) })
    }
  }

  @Test("an error in a caption keeps no experiment from running")
  func caption() throws {
    let result = parse("```swift experiment id=walk\n//| capton: Down\nprint(1)\n```\n")
    let block = try #require(result.chapter.blocks.first)
    #expect(block.problem == nil)
    #expect(block.number == 1)
    #expect(result.chapter.faults.count == 1)
  }

  @Test(
    "an experiment without an id of its own is shown as a listing",
    arguments: [
      "```swift experiment\nprint(2)\n```\n", "```swift experiment id=A_B\nprint(2)\n```\n",
      "```swift experiment id=walk\nprint(2)\n```\n",
    ])
  func identity(text: String) throws {
    let result = parse("```swift experiment id=walk\nprint(1)\n```\n" + text)
    let blocks = result.chapter.blocks
    #expect(blocks.map(\.role) == [.experiment(id: "walk"), .listing])
    #expect(blocks.map(\.number) == [1, nil])
    #expect(blocks.map(\.code) == ["print(1)\n", "print(2)\n"])
    #expect(blocks.first?.problem == nil)
  }

  @Test(
    "a setup block with an error is one that keeps what is below it from running",
    arguments: [
      "```swift setup fodl\nlet a = 1\n```\n", "```swift setpu\nlet a = 1\n```\n",
      "```Swift setup\nlet a = 1\n```\n", "```swfit setup fold\nlet a = 1\n```\n",
      "> ```swift setup\n> let a = 1\n\n",
    ])
  func setup(text: String) throws {
    let result = parse(text + "\n```swift experiment id=walk\nprint(1)\n```\n")
    #expect(result.diagnostics.count == 1)
    let setup = try #require(result.chapter.blocks.first)
    #expect(setup.role == .setup)
    #expect(setup.problem == result.diagnostics.first)
    #expect(setup.code == "let a = 1\n")
    #expect(result.chapter.blocks.last?.problem == nil)
  }

  @Test("a listing of the engine with code of its own shows its own")
  func sourceNotEmpty() throws {
    let result = parse("```swift source=Numerals/A.swift\nlet mine = 1\n```\n")
    let block = try #require(result.chapter.blocks.first)
    #expect(block.options.source == nil)
    #expect(block.code == "let mine = 1\n")
    #expect(result.chapter.faults.count == 1)
  }

  @Test("a formula whose fence is not closed is none, for nobody knows where it ends")
  func unclosedFormula() {
    let result = parse("```math\nx\n```\n\n```math\ny\n\nText.\n")
    #expect(result.chapter.formulas.map(\.tex) == ["x\n"])
    #expect(result.chapter.faults.count == 1)
  }
}
