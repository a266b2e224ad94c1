import Charts

extension StepMark: DrawnMark {
  /// The line through the values and the corners of the steps.
  var line: LineMark {
    var line = LineMark(label: label, x: [], y: [])
    for index in 0..<values.count {
      if index > 0 {
        line.x.append(x[index])
        line.y.append(y[index - 1])
      }
      line.x.append(x[index])
      line.y.append(y[index])
    }
    return line
  }

  var symbol: LegendSymbol { values.symbol }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    values.extend(&x, &y, in: chart)
  }

  func columns(in chart: Chart) -> [DataColumn] { values.columns(in: chart) }

  var kind: Mark.Kind { .step }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Step chart", "阶梯图"), many: language.say("lines", "条线"))
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    values.sentences(in: chart, language)
  }

  func course(at place: MarkPlace) -> LineCourse? {
    var course = LineCourse(line, at: place)
    (course.dots, course.dotTitles) = ([], [])
    return course
  }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    place.course?.draw(into: &svg, frame: place.frame)
  }
}
