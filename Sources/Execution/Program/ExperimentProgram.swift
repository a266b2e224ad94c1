import BookModel

/// The Swift program of one experiment: the setup blocks above it, each in a scope of its own, and
/// the experiment within them.
struct ExperimentProgram: Sendable {
  /// The file name that the compiler gives in messages about an experiment's code; the same for every
  /// chapter and on every machine.
  static let chapterFile = "chapter.md"
  /// The experiment with the setup blocks above it.
  let island: Island
  /// The program as one Swift file, `main.swift`.
  let source: String

  /// Writes the program of an island. It names the island's lines, not the chapter's.
  init(_ island: Island) {
    self.island = island
    let fileScope = FileScopePieces(island.parts.map(\.unit.block))
    source = String(decoding: Self.text(of: island, fileScope).source, as: UTF8.self)
  }

  /// Writes the program of an island.
  /// - Parameter fileScope: the pieces of its blocks
  static func text(of island: Island, _ fileScope: FileScopePieces) -> ProgramText {
    let parts = island.parts
    var text = ProgramText(file: chapterFile)
    text.head(seed: island.seed, fileScope) { (parts[$0].firstLine, 0) }
    text.line("func gradbookRun() throws -> GradbookEnd {")
    for index in parts.indices {
      let isExperiment = index == parts.count - 1
      text.line(isExperiment ? "func gradbookExperiment() throws {" : "do {")
      text.code(
        fileScope.remainder(ofBlock: index), of: ProgramText.CodeLine(block: index, line: 0),
        at: parts[index].firstLine)
    }
    text.line("}")
    text.line("try gradbookExperiment()")
    text.line("return GradbookEnd()")
    for _ in island.setups { text.line("}") }
    text.line("}")
    text.line("startNotebook()")
    text.declare(island.data)
    text.line("gradbookFinish(try gradbookRun())")
    return text
  }
}
