import BookModel
import Execution
import Parsing
import Testing

@testable import LivePages

@Suite struct CompilationBatchTests {
  private func batches(_ text: String) -> [CompilationBatch] {
    let chapter = ChapterParser.parse(Array(text.utf8), path: "Chapters/en/01-a.md").chapter
    return CompilationBatch.all(of: LiveUnit.all(in: chapter).map(ExperimentCode.init))
  }

  private func experiment(_ id: String, _ code: String) -> String {
    "```swift experiment id=\(id)\n\(code)\n```\n\n"
  }

  @Test("experiments share a module, those with the same code once, 24 at most")
  func shared() {
    let text = (1...26).map { experiment("e\($0)", "print(\($0))") }.joined()
    let all = batches(text + experiment("again", "print(3)"))
    #expect(all.map(\.codes.count) == [24, 2])
    #expect(all.flatMap { $0.codes.map(\.unit.id) } == (1...26).map { "e\($0)" })
    #expect(all[0].name != all[1].name)
    #expect(batches(experiment("one", "print(1)")).map(\.name) == [all[0].codes[0].name])
  }

  @Test(
    "an experiment below a declaration that other files would see is compiled by itself",
    arguments: [
      "extension Double { var half: Double { self / 2 } }",
      "infix operator **\nfunc ** (a: Int, b: Int) -> Int { a * b }",
    ])
  func apart(setup: String) {
    let all = batches(
      experiment("first", "print(1)") + experiment("second", "print(2)")
        + "```swift setup\n\(setup)\n```\n\n" + experiment("third", "print(3)"))
    #expect(all.map { $0.codes.map(\.unit.id) } == [["first", "second"], ["third"]])
  }

  @Test("what the files of a module declare is private, except for the functions' own names")
  func privacy() throws {
    let codes = batches(
      "```swift setup\nstruct Way { var x = 1 }\n```\n" + experiment("a", "print(Way().x)")
    )[0].codes
    let code = try #require(codes.first)
    var depth = 0
    var atFileScope: [Substring] = []
    for line in code.source.split(separator: "\n") where !line.hasPrefix("#") {
      if depth == 0 { atFileScope.append(line) }
      for character in line { depth += character == "{" ? 1 : character == "}" ? -1 : 0 }
    }
    #expect(
      atFileScope == [
        "import Notebook", "private let seed = gradbookSeed(1)",
        "private func gradbookRun() -> GradbookEnd {",
        "@_cdecl(\"\(code.name)\") public func \(code.name)() {",
      ])
  }
}
