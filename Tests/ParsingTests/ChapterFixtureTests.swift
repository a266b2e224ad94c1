import BookModel
import Foundation
import Parsing
import Testing

@Suite("Chapters in the fixture folders")
struct ChapterFixtureTests {
  @Test(
    "a good chapter has no diagnostics, and the tree beside it",
    arguments: try Fixture.cases(in: "good"))
  func good(name: String) throws {
    let result = ChapterParser.parse(try Fixture.bytes(name + ".md"), path: name + ".md")
    #expect(result.diagnostics == [])
    let dump = ChapterDump.text(of: result.chapter)
    #expect(try dump == Fixture.expectation(name + ".dump", for: dump))
  }

  @Test(
    "a bad chapter has the diagnostics beside it, and is a chapter that holds its errors",
    arguments: try Fixture.cases(in: "bad"))
  func bad(name: String) throws {
    let file = String(name.dropFirst("bad/".count)) + ".md"
    let result = ChapterParser.parse(try Fixture.bytes(name + ".md"), path: file)
    #expect(result.chapter.faults == result.diagnostics.filter { $0.severity == .error })
    #expect(!result.diagnostics.isEmpty)
    #expect(!result.chapter.frontMatter.title.isEmpty)
    let problems = result.chapter.blocks.compactMap(\.problem)
    #expect(problems.allSatisfy(result.chapter.faults.contains))
    let printed = result.diagnostics.map { "\($0)\n" }.joined()
    #expect(try printed == Fixture.expectation(name + ".expected", for: printed))
  }

  @Test("there are at least thirty bad chapters, and each has a hint for every error")
  func bounds() throws {
    let names = try Fixture.cases(in: "bad")
    #expect(names.count >= 30)
    for name in names {
      let result = ChapterParser.parse(try Fixture.bytes(name + ".md"), path: name)
      #expect(result.diagnostics.allSatisfy { $0.hint != nil && $0.range != nil }, "\(name)")
    }
  }
}
