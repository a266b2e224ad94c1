import Transcript

/// A line of steps: each value holds from its place until the next one. For learning rates that
/// change at a step, and for what is only counted.
public struct StepMark: Hashable, Sendable {
  /// The series' name; nil for a line that needs none.
  public var label: String?
  /// The places from which on the values hold; as many as `y`.
  public var x: [Double]
  /// The values.
  public var y: [Double]

  /// Makes a line of steps.
  ///
  /// - Parameters:
  ///   - x: the places from which on the values hold.
  ///   - y: the values; those without a place are left out.
  public init(label: String? = nil, x: [Double], y: [Double]) {
    self.label = label
    self.x = x
    self.y = y
  }
}

extension StepMark: MarkKind {
  static var tag: UInt8 { 3 }

  func write(to writer: inout ByteWriter) { values.write(to: &writer) }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let line = try LineMark(from: &reader)
    self.init(label: line.label, x: line.x, y: line.y)
  }

  /// The values without the steps between them.
  private var values: LineMark { LineMark(label: label, x: x, y: y) }

  /// The line with its corners.
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

  var symbol: Legend.Symbol { values.symbol }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    values.extend(&x, &y, in: chart)
  }

  func columns(in chart: Chart) -> [DataColumn] { values.columns(in: chart) }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Step chart", many: "lines")
    case .chinese: MarkNoun(chart: "阶梯图", many: "条线")
    }
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
