import BookModel
import Execution
import Foundation
import Markdown
import Parsing
import Rendering

extension Benchmark {
  /// Converts all formulas of chapter 3 and highlights all its code. The reference is libcmark on
  /// the chapter's whole text.
  static let typesetChapter = Benchmark(name: "chapter-typesetting") {
    let path = (EngineLocation.package ?? ".") + "/Chapters/en/03-stochastic-gradient-descent.md"
    guard let text = try? Data(contentsOf: URL(filePath: path)) else {
      fatalError("cannot read \(path)")
    }
    let chapter = ChapterParser.parse([UInt8](text), path: path).chapter
    let body = String(chapter.body)
    let times = fastest(
      repeats: 50, { _ = ChapterTypesetting.markup(of: chapter) },
      { _ = MarkdownDocument(body).html() })
    return [
      Measurement(
        name: "chapter-typesetting", value: times.ours * 1e3, unit: "ms",
        reference: "libcmark, the same chapter", referenceValue: times.reference * 1e3)
    ]
  }
}
