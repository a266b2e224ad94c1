import Charts

/// The parts around the frame of a picture: the title, the legend and the axes' labels.
struct Surroundings {
  private let titleLines: [String]
  private let xLines: [String]
  private let yLines: [String]
  private let legend: Legend
  private let layout: ChartLayout
  /// True when the legend fits into the row of the vertical axis's label.
  private let legendIsBesideLabel: Bool
  /// True when the vertical axis's label leaves the row above the frame to another text.
  private let isLabelRaised: Bool

  /// Breaks the texts of a chart into lines.
  ///
  /// - Parameter labelEnd: the position in the row above the frame at which another text begins; nil
  ///   when the vertical axis's label has the row for itself.
  init(_ chart: Chart, _ entries: [Legend.Entry], layout: ChartLayout, labelEnd: Double? = nil) {
    self.layout = layout
    titleLines = TextMeasure.lines(
      chart.title, size: layout.titleSize, width: layout.width, most: 4, weight: .bold)
    xLines = Self.label(chart.x.label, layout)
    yLines = Self.label(chart.y.label, layout)
    legend = Legend(entries, layout: layout)
    let labelWidth =
      (yLines.map { TextMeasure.width($0, size: layout.textSize) }.max() ?? 0) + 20
    isLabelRaised = labelEnd.map { labelWidth > $0 } ?? false
    legendIsBesideLabel =
      !isLabelRaised && yLines.count < 2
      && legend.widthOfOnlyRow.map { $0 + labelWidth <= layout.width } ?? false
  }

  private static func label(_ text: String, _ layout: ChartLayout) -> [String] {
    TextMeasure.lines(text, size: layout.textSize, width: layout.width, most: 3)
  }

  /// Returns the frame height that makes a picture with one row for each part 16 : 9.
  static func usualFrameHeight(_ chart: Chart, _ layout: ChartLayout) -> Double {
    let above = (chart.title.isEmpty ? 0 : layout.titleRow) + layout.row
    let below = layout.row + 8 + (chart.x.label.isEmpty ? 0 : layout.row)
    return layout.height - above - below - headRoom
  }

  private static var headRoom: Double { 10 }

  private var titleHeight: Double { Double(titleLines.count) * layout.titleRow }

  private var legendHeight: Double {
    legendIsBesideLabel ? 0 : Double(legend.rows.count) * layout.row
  }

  /// The height of the parts above the frame.
  var top: Double {
    titleHeight + legendHeight + Double(max(yLines.count, 1)) * layout.row + Self.headRoom
      + (isLabelRaised ? layout.row : 0)
  }

  /// The height of the parts below the frame.
  var bottom: Double { layout.row + 8 + Double(xLines.count) * layout.row }

  /// Draws the parts above the frame; the picture's top left corner is (0, 0).
  func drawAbove(into svg: inout SVGWriter) {
    for (number, line) in titleLines.enumerated() {
      let y = Double(number) * layout.titleRow + layout.titleSize
      svg.element(
        "text", [("class", "chart-title"), ("x", "0"), ("y", Coordinate.text(y))], content: line)
    }
    let baseline = titleHeight + legendHeight + layout.textSize
    for (number, line) in yLines.enumerated() {
      svg.label(line, x: 0, y: baseline + Double(number) * layout.row, anchor: "start")
    }
    if legendIsBesideLabel, let width = legend.widthOfOnlyRow {
      legend.draw(into: &svg, x: layout.width - width, baseline: baseline)
    } else {
      legend.draw(into: &svg, x: 0, baseline: titleHeight + layout.textSize)
    }
  }

  /// Draws the parts below a frame that begins at `left`; the frame's top left corner is (0, 0).
  func drawBelow(_ frame: Frame, left: Double, into svg: inout SVGWriter) {
    for (number, line) in xLines.enumerated() {
      let half = TextMeasure.width(line, size: layout.textSize) / 2
      // In the frame's middle, unless a long label would leave the picture.
      let middle = min(max(frame.width / 2, half - left), max(layout.width - left - half, 0))
      svg.label(
        line, x: half * 2 > layout.width - 20 ? layout.width / 2 - left : middle,
        y: frame.height + 7 + layout.textSize + Double(number + 1) * layout.row,
        anchor: "middle")
    }
  }
}

extension SVGWriter {
  /// Writes a label, if the text is not empty.
  mutating func label(_ text: String, x: Double, y: Double, anchor: String) {
    guard !text.isEmpty else { return }
    var attributes: [Attribute] = [
      ("class", "chart-label"), ("x", Coordinate.text(x)), ("y", Coordinate.text(y)),
    ]
    if anchor != "start" { attributes.append(("text-anchor", anchor)) }
    element("text", attributes, content: text)
  }
}
