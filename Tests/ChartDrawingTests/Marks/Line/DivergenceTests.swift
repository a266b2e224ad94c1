import Charts
import Testing

@testable import ChartDrawing

@Suite struct DivergenceTests {
  @Test func theFirstOfTheLastValuesThatAreNotFiniteCounts() {
    let line = LineMark(x: [0, 1, 2, 3, 4], y: [1, .nan, 5, .infinity, .nan])
    #expect(line.divergence == Divergence(index: 3, x: 3, value: .infinity))
    #expect(LineMark(x: [0, 1], y: [.nan, 1]).divergence == nil)
    #expect(LineMark(x: [], y: []).divergence == nil)
  }

  @Test func theNoteNamesThePlaceAsFineAsThePoints() {
    var losses = [Double](repeating: 1, count: 301)
    for index in 30..<301 { losses[index] = .infinity }
    let svg = LossCurve(losses, epochs: 3).chart.svg(id: "a")
    #expect(svg.contains(">inf at epoch 0.30<"))
    #expect(svg.contains("chart-arrow"))
    let chinese = LossCurve(losses, epochs: 3).chart.svg(id: "a", language: .chinese)
    #expect(chinese.contains(">epoch 0.30 处为 inf<"))
    let steps = LineMark(x: [0, 1, 2], y: [1, 2, .nan])
    #expect(steps.placeText(2) == "2")
    let rates = LineMark(
      label: "a", x: [0.01, 0.1, 0.5625, 10, 100], y: [1, 1, .infinity, .infinity, .infinity])
    #expect(rates.placeText(0.5625) == "0.5625")
  }

  @Test("A note stands within the frame, wherever its line ends")
  func noteInFrame() throws {
    let frame = Frame(width: 300, height: 100)
    let width = TextMeasure.width("inf at 4", size: ChartLayout.wide.textSize)
    for place in 0...60 {
      let course = LineCourse(
        series: 1, label: nil, points: [PlottedPoint(x: Double(place) / 60, y: 50)], calm: nil,
        window: 1, dots: [], note: "inf at 4")
      var svg = SVGWriter()
      DivergenceNotes([course], frame: frame, layout: .wide).draw(into: &svg)
      let text = try #require(svg.html.markup.firstMatch(of: /x="([0-9.]+)"/))
      let x = try #require(Double(text.1))
      #expect(x >= 0 && x + width <= frame.width + 0.05)
      // To the right of the line's end where there is room, else to the left.
      #expect(x >= 5 * Double(place) + 11.9 || x + width <= 5 * Double(place) - 11.9)
    }
  }

  @Test func aLinearAxisStaysSensible() throws {
    let line = LineMark(x: [0, 1, 2, 3, 4], y: [1, 3, 9, 1e200, .infinity])
    let chart = Chart(marks: [.line(line)])
    var (x, y) = (Extent(), Extent())
    line.extend(&x, &y, in: chart)
    #expect(y.greatest == 4)
    #expect(x.greatest == 4)
  }

  @Test func aLineThatOnlyGrowsIsShownWhole() {
    let line = LineMark(x: [0, 1, 2], y: [1, 100, 1e4])
    var (x, y) = (Extent(), Extent())
    line.extend(&x, &y, in: Chart(marks: [.line(line)]))
    #expect(y.greatest == 1e4)
  }

  @Test func aDivergingLineEndsWhereItLeavesTheFrame() {
    let scale = PositionScale(kind: .linear, lower: 0, upper: 4, start: 100, end: 0)
    let line = LineMark(x: [0, 1, 2, 3, 4], y: [1, 2, 9, -9, .infinity])
    let place = MarkPlace(
      chart: Chart(), series: 1,
      x: PositionScale(kind: .linear, lower: 0, upper: 4, start: 0, end: 1), y: scale,
      frame: Frame(width: 1, height: 100), layout: .wide, language: .english)
    let course = LineCourse(line, at: place)
    #expect(course.points.count == 3)
    #expect(course.points.last?.y == 0)
    #expect(course.note == "inf at 4")
  }
}
