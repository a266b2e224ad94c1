import BookModel

/// A chapter's code as one Swift file, to be read and taken away: its setup blocks in order and,
/// between them, each experiment as a function that is called when the command line names it.
///
/// Gradbook itself compiles each experiment as a program of its own (`ExperimentProgram`).
public struct ChapterProgram: Sendable {
  /// The file. It compiles against the engine's modules, and takes an experiment's id as its argument.
  public let source: String

  /// The program with all of a chapter's experiments.
  public init(_ chapter: Chapter) {
    let chapterUnits = ChapterUnits(chapter)
    let units = chapterUnits.units
    let fileScope = FileScopePieces(units)
    var text = ProgramText(file: chapter.path)
    func place(_ unit: Int) -> (line: Int, indent: Int) {
      let start = units[unit].block.codeStart
      return (start.line, start.column - 1)
    }
    text.head(seed: chapterUnits.seed, fileScope, place: place)
    text.line("func gradbookRun() throws -> GradbookEnd {")
    for (index, unit) in units.enumerated() {
      let name = "gradbookExperiment\(unit.index)"
      text.line(unit.experiment == nil ? "do {" : "func \(name)() throws {")
      let (line, indent) = place(index)
      text.code(fileScope.remainder(ofUnit: index), at: line, indent: indent)
      if let id = unit.experiment {
        text.line("}")
        let literal = String(decoding: ProgramText.literal(id), as: UTF8.self)
        text.line("if gradbookChooses(\(literal)) { try \(name)() }")
      }
    }
    for _ in chapterUnits.setups { text.line("}") }
    text.line("return GradbookEnd()")
    text.line("}")
    text.line("startNotebook()")
    text.line("_ = try gradbookRun()")
    source = String(decoding: text.source, as: UTF8.self)
  }

  /// The program of one experiment, just as it is compiled; nil when the chapter has no such experiment.
  public init?(_ chapter: Chapter, experiment id: String) {
    let units = ChapterUnits(chapter)
    guard let unit = units.experiments.first(where: { $0.experiment == id }) else { return nil }
    source = ExperimentProgram(Island(unit, in: units)).source
  }
}
