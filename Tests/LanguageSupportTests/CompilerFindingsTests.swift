import BookModel
import Testing

@testable import Execution
@testable import LanguageSupport

@Suite struct CompilerFindingsTests {
  private static let blocks = """
    # T

    ```swift setup
    let a = 1
    ```

    ```swift experiment id=one
    let b = a
    ```

    ```swift experiment id=two expect=compile-error
    let c = a
    ```

    """

  private func finding(block: Int, _ message: String) -> EditingTools.Finding {
    EditingTools.Finding(
      severity: .error, place: BlockPosition(block: block, line: 0, column: 4), message: message,
      notes: [.init(place: BlockPosition(block: 0, line: 0, column: 0), message: "here")])
  }

  /// The findings of a chapter that was checked, once it has another text.
  private func diagnostics(_ text: String) throws -> [String] {
    var findings = CompilerFindings()
    let first = MarkedChapter.chapter(Self.blocks)
    for program in CompilerFindings.programs(of: first.chapter) {
      let found = [finding(block: 0, "setup"), finding(block: program.block, "own")]
      findings.set(found, in: program, of: first.chapter)
      #expect(findings.isKnown(program, of: first.chapter))
    }
    let edited = MarkedChapter.chapter(text)
    let programs = CompilerFindings.programs(of: edited.chapter)
    findings.keep(programs, of: edited.chapter)
    return findings.diagnostics(programs, in: edited).map { found in
      let notes = found.notes.map { " \($0.range.start.line)" }.joined()
      return
        "\(found.range?.start.line ?? 0):\(found.range?.start.column ?? 0) \(found.message)\(notes)"
    }
  }

  @Test("Programs are those of the experiments, and of a last setup block that none follows")
  func programs() {
    func blocks(_ text: String) -> [[Int]] {
      CompilerFindings.programs(of: MarkedChapter.chapter(text).chapter).map(\.blocks)
    }
    #expect(blocks(Self.blocks) == [[0, 1], [0, 2]])
    #expect(
      blocks(Self.blocks + "```swift setup\nlet d = 1\n```\n") == [[0, 1], [0, 2], [0, 3]])
    #expect(blocks(Self.blocks.replacing("id=one", with: "id=one norun")) == [[0, 2]])
    #expect(blocks("# T\n\n```swift\nlet a = 1\n```\n") == [])
  }

  @Test("Findings stand once each, without those of a block that is meant not to compile")
  func places() throws {
    #expect(try diagnostics(Self.blocks) == ["4:5 setup 4", "8:5 own 4"])
  }

  @Test("They move with their blocks, and stay while a block is edited")
  func moved() throws {
    let above = Self.blocks.replacing("# T\n", with: "# T\n\n```swift\nlet z = 0\n```\n")
    #expect(try diagnostics(above) == ["8:5 setup 8", "12:5 own 8"])
    #expect(try diagnostics(Self.blocks.replacing("let b = a", with: "let b = a + a")).count == 2)
  }

  @Test("Those of a block that is gone, or that parsing found a fault in, are gone")
  func gone() throws {
    #expect(
      try diagnostics(Self.blocks.replacing("let b = a", with: "let b = (a")) == ["4:5 setup 4"])
    #expect(try diagnostics("# T\n") == [])
  }
}
