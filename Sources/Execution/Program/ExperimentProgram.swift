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
  /// - Parameters:
  ///   - fileScope: the pieces of its blocks
  ///   - function: the name of the function that a page calls; nil for a program of its own
  static func text(
    of island: Island, _ fileScope: FileScopePieces, asFunction function: String? = nil
  ) -> ProgramText {
    let parts = island.parts
    // Embedded Swift has no errors of unknown type.
    let (effect, attempt) = function == nil ? (" throws", "try ") : ("", "")
    // Several experiments may share a module for pages.
    let access = function == nil ? "" : "private "
    var text = ProgramText(file: chapterFile)
    text.head(seed: island.seed, fileScope, access: access) { (parts[$0].firstLine, 0) }
    text.line("\(access)func gradbookRun()\(effect) -> GradbookEnd {")
    for index in parts.indices {
      let isExperiment = index == parts.count - 1
      text.line(isExperiment ? "func gradbookExperiment()\(effect) {" : "do {")
      text.code(
        fileScope.remainder(ofBlock: index), of: ProgramText.CodeLine(block: index, line: 0),
        at: parts[index].firstLine)
    }
    text.line("}")
    text.line("\(attempt)gradbookExperiment()")
    text.line("return .gradbookReached")
    for _ in island.setups { text.line("}") }
    text.line("}")
    if let function { text.line("@_cdecl(\"\(function)\") public func \(function)() {") }
    text.line("startNotebook()")
    text.declare(island.data)
    let finish = "gradbookFinish(\(attempt)gradbookRun())"
    text.line(function == nil ? "do { \(finish) } catch { gradbookThrow(error) }" : finish)
    if function != nil { text.line("}") }
    return text
  }
}
