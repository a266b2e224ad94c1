import BookModel
import ChartDrawing
import Charts
import Markup

/// A chart with its number and caption, and its data for those who want numbers.
struct FigureView {
  let words: InterfaceWords
  let chart: Chart
  let number: String
  /// Unique in the page; the parts of the drawing are named after it.
  let id: String
  var caption: Caption?
  /// The author's text alternative, instead of the one made from the data.
  let alternative: String?
  /// False for a page that stands alone: no electronic book has the figure then.
  var isInBook = true
  /// The way back to what refers to the figure.
  var backlinks: HTML?

  /// The words that a search finds in it.
  var searchWords: [String] { [words.figure(number)] + (caption.map { [$0.words] } ?? []) }

  /// The figure.
  var html: HTML {
    let caption: HTML? = caption.map { " \($0.html)" }
    let chart = chart.worded(in: language)
    let download = chart.dataDownload()
    let table = DataTableView(
      words: words, table: chart.dataTable(rows: Self.rows(of: download.fullRowCount)),
      download: download, figureNumber: number
    ).html
    return """
      <figure id="\(name: id + "-figure")">
      \(drawing)
      <figcaption><span class="number">\(words.figure(number))</span>\(caption)\(backlinks)</figcaption>
      </figure>
      \(table)
      """
  }

  /// Returns the number of rows in the table. Up to 41 rows, all are shown: that is shorter than an
  /// excerpt with a file of all.
  private static func rows(of all: Int) -> Int { all <= 41 ? all : 15 }

  private var language: ChartLanguage {
    switch words.language {
    case .english: .english
    case .chinese: .chinese
    }
  }

  private var drawing: HTML {
    let chart = chart.worded(in: language)
    let onPages = chart.responsiveSVG(id: id, language: language, alternative: alternative)
    if !isInBook { return onPages }
    return HTML(
      onPages: onPages,
      inElectronicBooks: chart.electronicSVG(
        id: id, language: language, alternative: alternative))
  }
}
