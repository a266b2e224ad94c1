import BookModel

@testable import Execution

/// A chapter made of blocks. The code of the first starts on line 11, of the second on line 31, and
/// so on.
func chapter(path: String = "Chapters/en/09-test.md", seed: UInt64 = 1, _ blocks: TestBlock...)
  -> Chapter
{
  var line = 10
  var made: [Block] = []
  for block in blocks {
    var options = BlockOptions()
    options.timeout = block.timeout
    options.norun = block.norun
    options.standalone = block.standalone
    options.expect = block.expect
    let code = block.code.isEmpty ? "" : block.code + "\n"
    let fence = SourceRange(file: path, line: line, column: block.column)
    made.append(
      Block(
        role: block.role, options: options, code: code, fence: fence,
        codeStart: SourcePosition(line: line + 1, column: block.column), number: made.count + 1))
    line += 20
  }
  return Chapter(
    path: path, text: "", frontMatter: FrontMatter(title: "Test", seed: seed), bodyLine: 1,
    blocks: made)
}

/// A block of a test's chapter.
struct TestBlock {
  var role: Block.Role
  var code: String
  var column = 1
  var timeout = 10.0
  var norun = false
  var standalone = false
  var expect: Expectation?

  static func setup(_ code: String, column: Int = 1) -> TestBlock {
    TestBlock(role: .setup, code: code, column: column)
  }

  static func experiment(
    _ id: String, _ code: String, column: Int = 1, timeout: Double = 10, norun: Bool = false,
    standalone: Bool = false, expect: Expectation? = nil
  ) -> TestBlock {
    TestBlock(
      role: .experiment(id: id), code: code, column: column, timeout: timeout, norun: norun,
      standalone: standalone, expect: expect)
  }
}

extension ExperimentResult {
  /// All that was printed.
  var text: String {
    outputs.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}
