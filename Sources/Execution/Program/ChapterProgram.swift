import BookModel
import SwiftLexing

/// The one Swift program of a chapter: its setup blocks in order and, between them, each experiment
/// as a part that runs only when it is named on the command line.
///
/// Islands: what a setup block declares is seen by the experiments below it and by nothing above,
/// because each further setup block opens a scope of its own.
public struct ChapterProgram: Sendable {
  /// The whole program as one Swift file. It compiles by itself against the engine's modules, and
  /// takes the id of the experiment to run as its argument.
  public let source: String

  /// The program with all of a chapter's experiments.
  public init(_ chapter: Chapter) {
    let units = ChapterUnits(chapter)
    self.init(
      units, running: Set(units.experiments.compactMap(\.experiment)), fileName: chapter.path)
  }

  /// The program with some experiments and the setup blocks above them.
  /// - Parameters:
  ///   - units: the chapter's blocks that run
  ///   - experiments: the ids of the experiments to include
  ///   - fileName: what the compiler shall call the chapter
  init(_ units: ChapterUnits, running experiments: Set<String>, fileName: String) {
    let included = Self.included(units, experiments)
    let moved = Self.moved(included)
    var text = ProgramText(file: fileName)
    text.line("import Notebook")
    text.line("let seed: UInt64 = \(units.seed)")
    for (unit, range) in moved { Self.write(range, of: unit, to: &text) }
    text.line("\(LargeFunctions.attribute) func runChapter(_ chosenExperiment: String) throws {")
    var scopes = 0
    for unit in included {
      if let id = unit.experiment {
        let name = "gradbookExperiment\(unit.index)"
        text.line("\(StraightCode.attributes(of: unit.block.code)) func \(name)() throws {")
        text.code(Array(unit.block.code.utf8), at: unit.block.codeStart)
        text.line("}")
        let literal = String(decoding: ProgramText.literal(id), as: UTF8.self)
        text.line("if chosenExperiment == \(literal) { try \(name)() }")
      } else {
        text.line("do {")
        scopes += 1
        let ranges = moved.filter { $0.0.index == unit.index }.map(\.1)
        text.code(Self.blanked(Array(unit.block.code.utf8), ranges), at: unit.block.codeStart)
      }
    }
    for _ in 0..<scopes { text.line("}") }
    text.line("}")
    text.line("startNotebook()")
    text.line("try runChapter(CommandLine.arguments.last ?? \"\")")
    source = String(decoding: text.source, as: UTF8.self)
  }

  /// The experiments that are asked for, and the setup blocks above the last of them.
  private static func included(_ units: ChapterUnits, _ experiments: Set<String>)
    -> [ChapterUnits.Unit]
  {
    let last = units.experiments.last { $0.experiment.map(experiments.contains) ?? false }
    return units.units.filter { unit in
      guard let id = unit.experiment else { return unit.index < last?.index ?? 0 }
      return experiments.contains(id)
    }
  }

  /// The pieces of setup blocks that stand at file scope: what is bound to it, and the types that
  /// these name, directly or through one another.
  static func moved(_ units: [ChapterUnits.Unit]) -> [(ChapterUnits.Unit, Range<Int>)] {
    let all = units.filter { $0.experiment == nil }.flatMap { unit in
      FileScopeCode(unit.block.code).declarations.map { (unit, $0) }
    }
    var isMoved = all.map { $0.1.kind == .bound }
    var names = Set(zip(all, isMoved).filter(\.1).flatMap(\.0.1.names))
    var changed = true
    while changed {
      changed = false
      for index in all.indices where !isMoved[index] {
        guard case .type(let name) = all[index].1.kind, names.contains(name) else { continue }
        isMoved[index] = true
        names.formUnion(all[index].1.names)
        changed = true
      }
    }
    return zip(all, isMoved).filter(\.1).map { ($0.0.0, $0.0.1.range) }
  }

  /// Writes one piece of a block, at its own line and columns.
  private static func write(
    _ range: Range<Int>, of unit: ChapterUnits.Unit, to text: inout ProgramText
  ) {
    let bytes = Array(unit.block.code.utf8.prefix(range.upperBound))
    let above = bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var start = unit.block.codeStart
    start.line += bytes[..<above].count { $0 == UInt8(ascii: "\n") }
    text.code(
      Array(blanked(bytes, [above..<range.lowerBound])[above...]), at: start)
  }

  /// Some bytes with pieces of them blank; what is left keeps its lines and columns.
  private static func blanked(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> [UInt8] {
    var bytes = bytes
    for index in ranges.joined() where bytes[index] != UInt8(ascii: "\n") {
      bytes[index] = UInt8(ascii: " ")
    }
    return bytes
  }
}
