import BookModel

/// An experiment with the setup blocks above it, as a page runs it again.
package struct LiveUnit: Sendable {
  /// The experiment's id.
  package var id: String { island.id }
  /// The options of its block.
  package var options: BlockOptions { island.experiment.block.options }
  /// The data files that it may read, in the order in which its program declares them.
  package var data: [DeclaredFile] { island.data }
  /// Its first line, which stands for the experiment as a whole.
  package var place: SourceRange { island.place }

  let island: Island

  /// Returns the experiments of a chapter that run, in the order of the text.
  package static func all(in chapter: Chapter) -> [LiveUnit] {
    let units = ChapterUnits(chapter)
    return units.experiments.map { LiveUnit(island: Island($0, in: units)) }
  }

  /// True when its program declares nothing at file scope, where other files of a module would see it.
  package var isSelfContained: Bool {
    FileScopePieces(island.parts.map(\.unit.block)).pieces.isEmpty
  }

  /// Returns a Swift file with a function that runs the experiment.
  /// - Parameter function: the function's name, as C knows it
  package func source(asFunction function: String) -> String {
    let pieces = FileScopePieces(island.parts.map(\.unit.block))
    let text = ExperimentProgram.text(of: island, pieces, asFunction: function)
    return String(decoding: text.source, as: UTF8.self)
  }

  /// The file name that the compiler gives in messages about the experiment's code.
  package static let file = ExperimentProgram.chapterFile

  /// Returns the place in the chapter of a line and a column that the compiler names.
  package func place(line: Int, column: Int) -> SourceRange {
    island.range(of: SourcePosition(line: line, column: column)) ?? island.place
  }
}
