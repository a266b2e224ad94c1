/// The texts at trajectories and minima: where the start is, the numbers of steps, where a way leaves
/// the picture. All of a chart's are placed together, so that none covers another.
struct TrajectoryTexts {
  /// The mark that a text belongs to.
  enum Owner: Equatable {
    /// The trajectory with this number among the chart's series.
    case series(Int)
    /// The minimum at this place.
    case minimum(Double, Double)
  }

  private struct Text {
    var owner: Owner
    var className: String
    var content: String
    var place: PlottedPoint
  }

  private var texts: [Text] = []
  private let layout: ChartLayout
  /// The room that is left for other texts.
  private(set) var placement: TextPlacement

  /// A frame without texts.
  init(frame: Frame, layout: ChartLayout) {
    self.layout = layout
    placement = TextPlacement(frame: frame)
  }

  /// Keeps texts away from a point.
  mutating func block(_ point: PlottedPoint, radius: Double) {
    placement.block(point, radius: radius)
  }

  /// Whether anything but the owner has a text of a class.
  func hasText(_ className: String, besides owner: Owner) -> Bool {
    texts.contains { $0.className == className && $0.owner != owner }
  }

  /// Puts a text beside a point, where there is room.
  ///
  /// - Parameters:
  ///   - content: the text.
  ///   - owner: the mark with which it is drawn.
  ///   - className: its class, which also decides its size.
  ///   - point: what it names.
  ///   - gap: the distance from the point.
  ///   - most: how many taken rectangles it may cover at most.
  mutating func put(
    _ content: String, _ owner: Owner, _ className: String, beside point: PlottedPoint,
    gap: Double, covering most: Int
  ) {
    let size = className == "chart-number" ? layout.numberSize : layout.textSize
    let place = placement.place(
      beside: point, width: TextMeasure.width(content, size: size), height: size, gap: gap,
      covering: most)
    guard let place else { return }
    texts.append(Text(owner: owner, className: className, content: content, place: place))
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
