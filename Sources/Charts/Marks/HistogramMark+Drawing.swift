import Numerals

extension HistogramMark {
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let floor = place.y.kind == .log ? place.frame.height : place.inside(place.y.position(0))
    svg.open("g", [("class", LineCourse.className(series: place.series))])
    for index in counts.indices where places(index, in: place.chart) && counts[index] != 0 {
      let left = max(place.x.position(edges[index]), 0)
      let right = min(place.x.position(edges[index + 1]), place.frame.width)
      guard right > left else { continue }
      let end = place.inside(place.y.position(counts[index]))
      var data = PathData()
      data.rectangle(
        x: left, y: min(end, floor), width: right - left, height: (end - floor).magnitude)
      svg.element(
        "path", [("class", "chart-bin"), ("d", data.text)],
        title: place.hasTitles ? title(index) : nil)
    }
    svg.close("g")
  }

  private func title(_ index: Int) -> String {
    let text = NumberFormat.general(digits: 5).text
    let bin = text(edges[index]) + " … " + text(edges[index + 1]) + ": " + text(counts[index])
    return label.map { $0 + ", " + bin } ?? bin
  }
}
