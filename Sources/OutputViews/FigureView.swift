import ChartDrawing
import Charts
import Markup

/// A chart with its number and caption, and its data for those who want numbers.
public struct FigureView {
  private let words: OutputWords
  private let chart: Chart
  private let number: String
  private let id: String
  /// The caption that the block gives it.
  public var caption: Caption?
  /// The author's text alternative, instead of the one made from the data.
  public var alternative: String?
  /// The drawing in electronic books; nil for the one on pages.
  public var electronicDrawing: HTML?
  /// The way back to what refers to the figure.
  public var backlinks: HTML?

  /// A figure without a caption.
  /// - Parameter id: unique in the page; the parts of the drawing are named after it
  public init(words: OutputWords, chart: Chart, number: String, id: String) {
    self.words = words
    self.chart = chart
    self.number = number
    self.id = id
  }

  /// The words that a search finds in it.
  public var searchWords: [String] { [words.figure(number)] + (caption.map { [$0.words] } ?? []) }

  /// The figure.
  public var html: HTML {
    let caption: HTML? = caption.map { " \($0.html)" }
    let chart = chart.worded(in: words.language)
    let download = chart.dataDownload()
    let table = DataTableView(
      words: words, table: chart.dataTable(rows: Self.rows(of: download.fullRowCount)),
      download: download, figureNumber: number
    ).html
    return """
      <figure id="\(name: id + "-figure")">
      \(drawing(of: chart))
      <figcaption><span class="number">\(words.figure(number))</span>\(caption)\(backlinks)</figcaption>
      </figure>
      \(table)
      """
  }

  /// Returns the number of rows in the table. Up to 41 rows, all are shown: that is shorter than an
  /// excerpt with a file of all.
  private static func rows(of all: Int) -> Int { all <= 41 ? all : 15 }

  private func drawing(of chart: Chart) -> HTML {
    let onPages = chart.responsiveSVG(id: id, language: words.language, alternative: alternative)
    return electronicDrawing.map { HTML(onPages: onPages, inElectronicBooks: $0) } ?? onPages
  }
}
