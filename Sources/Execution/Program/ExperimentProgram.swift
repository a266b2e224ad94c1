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
    let parts = island.parts
    let fileScope = FileScopePieces(parts.map(\.unit.block))
    var text = ProgramText(file: Self.chapterFile)
    text.head(seed: island.seed, fileScope) { (parts[$0].firstLine, 0) }
    text.line("func gradbookRun() throws -> GradbookEnd {")
    for index in parts.indices {
      let isExperiment = index == parts.count - 1
      text.line(isExperiment ? "func gradbookExperiment() throws {" : "do {")
      text.code(fileScope.remainder(ofBlock: index), at: parts[index].firstLine)
    }
    text.line("}")
    text.line("try gradbookExperiment()")
    text.line("return GradbookEnd()")
    for _ in island.setups { text.line("}") }
    text.line("}")
    text.line("startNotebook()")
    text.declare(island.data)
    text.line("gradbookFinish(try gradbookRun())")
    source = String(decoding: text.source, as: UTF8.self)
  }
}
