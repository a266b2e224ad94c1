/// The texts inside a frame: labels of reference lines, and at trajectories and minima the start, the
/// step numbers, the step at which a path leaves the picture. All texts of a chart are placed
/// together, so that they do not overlap.
struct FrameTexts {
  /// The mark that a text belongs to.
  enum Owner: Equatable {
    /// The trajectory with this number among the chart's series.
    case series(Int)
    /// The minimum at this point.
    case minimum(Double, Double)
    /// The reference line with this number among the chart's reference lines, from 0.
    case rule(Int)
  }

  private struct Text {
    var owner: Owner
    var className: String
    var content: String
    var place: PlottedPoint

    /// True for the name of a path, whose class may have others beside it.
    var isName: Bool {
      className.utf8.split(separator: UInt8(ascii: " ")).contains {
        $0.elementsEqual("chart-name".utf8)
      }
    }
  }

  private var texts: [Text] = []
  private let layout: ChartLayout
  /// The room left for other texts.
  private(set) var placement: TextPlacement

  /// Starts with an empty frame.
  init(frame: Frame, layout: ChartLayout) {
    self.layout = layout
    placement = TextPlacement(frame: frame)
  }

  /// Keeps texts away from a point.
  mutating func block(_ point: PlottedPoint, radius: Double) {
    placement.block(point, radius: radius)
  }

  /// Keeps texts off another text.
  mutating func occupy(_ box: TextPlacement.Box) { placement.occupy(box) }

  /// Puts a text into the emptiest of the given boxes, each of the text's own size.
  mutating func put(
    _ content: String, _ owner: Owner, _ className: String, intoOneOf boxes: [TextPlacement.Box]
  ) {
    guard let box = placement.takeEmptiest(of: boxes) else { return }
    let place = PlottedPoint(x: box.left, y: box.bottom - (box.bottom - box.top) * 0.22)
    texts.append(Text(owner: owner, className: className, content: content, place: place))
  }

  /// Returns true when a mark other than the owner has a text with the given class.
  func hasText(_ className: String, besides owner: Owner) -> Bool {
    texts.contains { $0.className == className && $0.owner != owner }
  }

  /// Puts a text beside a point, if there is room.
  ///
  /// - Parameters:
  ///   - content: the text.
  ///   - owner: the mark with which the text is drawn.
  ///   - className: the class, which also determines the text's size.
  ///   - point: the point to label.
  ///   - gap: the distance from the point.
  ///   - most: the largest number of points that the text may cover.
  /// - Returns: true when the text has been placed.
  @discardableResult
  mutating func put(
    _ content: String, _ owner: Owner, _ className: String, beside point: PlottedPoint,
    gap: Double, covering most: Int
  ) -> Bool {
    let size = className == "chart-number" ? layout.numberSize : layout.textSize
    let place = placement.place(
      beside: point, width: TextMeasure.width(content, size: size), height: size, gap: gap,
      covering: most)
    guard let place else { return false }
    texts.append(Text(owner: owner, className: className, content: content, place: place))
    return true
  }

  /// Returns true when the path of a series has its name beside it.
  func hasName(ofSeries series: Int) -> Bool {
    texts.contains { $0.owner == .series(series) && $0.isName }
  }

  /// Draws the texts of one mark.
  func draw(_ owner: Owner, into svg: inout SVGWriter) {
    for text in texts where text.owner == owner {
      var className = text.className
      if case .series(let series) = owner {
        className += " " + SeriesStyle.className(series: series)
      }
      svg.element(
        "text",
        [
          ("class", className), ("x", Coordinate.text(text.place.x)),
          ("y", Coordinate.text(text.place.y)),
        ], content: text.content)
    }
  }
}
