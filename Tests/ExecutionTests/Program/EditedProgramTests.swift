import BookModel
import Testing

@testable import Execution

@Suite struct EditedProgramTests {
  private let blocks = chapter(
    .setup("import Foo\nlet a = 1\nextension Int { var é: Int { 2 } }; let b = 3"),
    .experiment("one", "print(a)\nprint(b)", column: 5),
    .setup("let c = 4"),
    .experiment("two", "print(c)", norun: true),
    TestBlock(role: .listing, code: "let shown = 5"))

  /// The text of the program from a position to the end of its line.
  private func rest(of program: EditedProgram, from position: ProgramPosition?) -> String? {
    guard let position else { return nil }
    let line = Array(program.source.utf8).line(position.line)
    return String(decoding: line.dropFirst(position.column), as: UTF8.self)
  }

  @Test("Every byte of a block is at one place of its program, and that place leads back")
  func everyByte() throws {
    for block in blocks.blocks.indices {
      let program = try #require(EditedProgram(blocks, block: block))
      #expect(!program.source.contains("#sourceLocation"))
      for own in program.blocks {
        let code = blocks.blocks[own].code
        for (line, text) in code.split(separator: "\n").enumerated() {
          for column in 0..<text.utf8.count {
            let place = BlockPosition(block: own, line: line, column: column)
            let position = try #require(program.position(of: place))
            let byte = Array(text.utf8)[column]
            let found = Array(program.source.utf8).line(position.line).dropFirst(position.column)
            // Behind a piece at file scope is the piece's own end.
            #expect(found.first == byte || byte == UInt8(ascii: ";") && found.isEmpty)
            #expect(program.place(of: position) == place)
          }
        }
      }
    }
  }

  @Test("A block's program is the setup blocks above it and itself, whether it runs or not")
  func parts() {
    #expect(
      blocks.blocks.indices.map { EditedProgram(blocks, block: $0)?.blocks } == [
        [0], [0, 1], [0, 2], [0, 2, 3], [0, 2, 4],
      ])
    #expect(EditedProgram(blocks, block: 5) == nil)
  }

  @Test("It is compiled as the experiment's own program is, but for the directives")
  func sameAsCompiled() throws {
    let units = ChapterUnits(blocks)
    let compiled = ExperimentProgram(Island(units.experiments[0], in: units)).source
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("#sourceLocation") ? "" : $0 }.joined(separator: "\n")
    #expect(try #require(EditedProgram(blocks, block: 1)).source == compiled)
  }

  @Test("Code at file scope is where its line is there, what follows on the line is not")
  func fileScope() throws {
    let program = try #require(EditedProgram(blocks, block: 1))
    let inside = program.position(of: BlockPosition(block: 0, line: 2, column: 4))
    let behind = program.position(of: BlockPosition(block: 0, line: 2, column: 36))
    #expect(rest(of: program, from: inside) == "nsion Int { var é: Int { 2 } }")
    #expect(rest(of: program, from: behind) == " let b = 3")
    #expect(try #require(inside).line < #require(behind).line)
  }

  @Test("A place that is in no block of the program has none in it, and the other way round")
  func outside() throws {
    let program = try #require(EditedProgram(blocks, block: 1))
    #expect(program.position(of: BlockPosition(block: 2, line: 0, column: 0)) == nil)
    #expect(program.position(of: BlockPosition(block: 0, line: 9, column: 0)) == nil)
    #expect(program.place(of: ProgramPosition(line: 0, column: 0)) == nil)
    #expect(program.place(of: ProgramPosition(line: 999, column: 0)) == nil)
  }
}

extension [UInt8] {
  /// The bytes of a line, from 0.
  fileprivate func line(_ number: Int) -> ArraySlice<UInt8> {
    split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[number]
  }
}
