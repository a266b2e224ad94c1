/// A line `//| caption: Loss by epoch {#fig-loss}` of an experiment.
public struct FigureCaption: Equatable, Sendable {
  /// The caption's Markdown, without the label.
  public var markdown: String
  /// The label as written; nil when there is none.
  public var label: String?
  /// The range of the Markdown in the file.
  public var range: SourceRange

  /// Makes a caption.
  public init(markdown: String, label: String? = nil, range: SourceRange) {
    self.markdown = markdown
    self.label = label
    self.range = range
  }
}

/// The charts and tables of an experiment that the captions of its block are for.
///
/// Captions are for what the block shows in the order of the run: charts, and tables that the code has
/// given no caption. One with a label `fig-…` is for the next chart, one with a label `tbl-…` for the next
/// table.
public struct CaptionPlacement: Equatable, Sendable {
  /// The captions, by the places of their charts and tables among the outputs.
  public private(set) var captions: [Int: Int] = [:]
  /// The captions for which nothing is left.
  public private(set) var surplus: [Int] = []

  /// Places captions.
  /// - Parameters:
  ///   - captions: the captions of a block
  ///   - outputs: what it shows
  public init(_ captions: [FigureCaption], among outputs: [Output]) {
    if captions.isEmpty { return }
    var charts: [Int] = []
    var tables: [Int] = []
    for (place, output) in outputs.enumerated() {
      switch output {
      case .chart: charts.append(place)
      case .table(let table) where table.caption == nil: tables.append(place)
      default: break
      }
    }
    // The next one of each kind is the last.
    charts.reverse()
    tables.reverse()
    for (index, caption) in captions.enumerated() {
      let label = caption.label ?? ""
      let place =
        if label.utf8.starts(with: "fig-".utf8) {
          charts.popLast()
        } else if label.utf8.starts(with: "tbl-".utf8) {
          tables.popLast()
        } else if let chart = charts.last, chart < tables.last ?? .max {
          charts.popLast()
        } else {
          tables.popLast()
        }
      if let place { self.captions[place] = index } else { surplus.append(index) }
    }
  }
}
