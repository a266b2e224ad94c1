import BookModel

/// A chapter's code as one Swift file, to be read and taken away: its setup blocks in order and,
/// between them, each experiment as a function that is called when the command line names it.
///
/// Gradbook itself compiles each experiment as a program of its own (`ExperimentProgram`).
public struct ChapterProgram: Sendable {
  /// The file's text. It compiles against the engine's modules; the program takes an experiment's id as
  /// its argument.
  public let source: String

  /// Writes the program with all of a chapter's experiments.
  public init(_ chapter: Chapter) {
    let chapterUnits = ChapterUnits(chapter)
    let units = chapterUnits.units
    let fileScope = FileScopePieces(units.map(\.block))
    var text = ProgramText(file: chapter.path)
    func place(_ unit: Int) -> (line: Int, indent: Int) {
      let start = units[unit].block.codeStart
      return (start.line, start.column - 1)
    }
    text.head(seed: chapterUnits.seed, fileScope, place: place)
    func add(_ unit: Int, opening line: String) {
      text.line(line)
      let (number, indent) = place(unit)
      text.code(
        fileScope.remainder(ofBlock: unit), of: ProgramText.CodeLine(block: unit, line: 0),
        at: number, indent: indent)
    }
    func name(_ experiment: ChapterUnits.Experiment) -> String {
      "gradbookExperiment\(experiment.index)"
    }
    func addFunction(of experiment: ChapterUnits.Experiment, _ unit: Int) {
      add(unit, opening: "func \(name(experiment))() throws {")
      text.line("}")
    }
    // Those that stand alone do not see what is declared in the scopes of the setup blocks.
    for (index, unit) in units.enumerated() where unit.block.options.standalone {
      if case .experiment(let experiment) = unit { addFunction(of: experiment, index) }
    }
    text.line("func gradbookRun() throws -> GradbookEnd {")
    for (index, unit) in units.enumerated() {
      switch unit {
      case .setup: add(index, opening: "do {")
      case .experiment(let experiment):
        if !unit.block.options.standalone { addFunction(of: experiment, index) }
        let name = name(experiment)
        let literal = String(decoding: ProgramText.literal(experiment.id), as: UTF8.self)
        text.line("if gradbookChooses(\(literal)) { try \(name)() }")
      }
    }
    for _ in chapterUnits.setups { text.line("}") }
    text.line("return .gradbookReached")
    text.line("}")
    text.line("startNotebook()")
    var seen: Set<String> = []
    text.declare(units.flatMap(\.block.options.data).filter { seen.insert($0.name).inserted })
    text.line("_ = try gradbookRun()")
    source = String(decoding: text.source, as: UTF8.self)
  }

  /// Writes the program of one experiment, exactly as it is compiled; nil when the chapter has no such
  /// experiment.
  public init?(_ chapter: Chapter, experiment id: String) {
    let units = ChapterUnits(chapter)
    guard let experiment = units.experiments.first(where: { $0.id == id }) else { return nil }
    source = ExperimentProgram(Island(experiment, in: units)).source
  }
}
