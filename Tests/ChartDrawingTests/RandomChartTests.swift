import Charts
import Foundation
import Testing

@testable import ChartDrawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Charts of random marks with values of every size and kind.
@Suite struct RandomChartTests {
  private struct Source {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func value() -> Double {
      let odd: [Double] = [
        0, .nan, .infinity, -.infinity, 1e308, -1e308, 5e-324, -5e-324, .greatestFiniteMagnitude,
        1e-300, 1, -1,
      ]
      if below(4) == 0 { return odd[below(odd.count)] }
      let part = Double(below(20_001) - 10_000) / 10_000
      return part * [1e-9, 1, 1, 1, 1e9][below(5)]
    }

    mutating func values(_ count: Int) -> [Double] { (0..<count).map { _ in value() } }

    mutating func label() -> String? {
      [nil, "a", "<b&\"\u{301}>", "مرحبا", String(repeating: "长", count: 200)][below(5)]
    }

    mutating func mark() -> Mark {
      let count = [0, 1, 2, 7, 30][below(5)]
      let x = below(2) == 0 ? (0..<count).map(Double.init) : values(count)
      switch below(7) {
      case 0: return .line(LineMark(label: label(), x: x, y: values(count)))
      case 1: return .scatter(ScatterMark(label: label(), x: x, y: values(count)))
      case 2: return .step(StepMark(label: label(), x: x, y: values(count)))
      case 3: return .bar(BarMark(label: label(), y: values(count)))
      case 4: return .histogram(HistogramMark(label: label(), values(count)))
      case 5:
        return .band(BandMark(label: label(), x: x, runs: [values(count), values(count)]))
      default:
        return .rule(
          RuleMark(
            [.horizontal(value()), .vertical(value()), .sloped(value(), x: value(), y: value())][
              below(3)], label: label()))
      }
    }

    mutating func axis() -> Axis {
      let scale = [Axis.Scale.linear, .log, .symmetricLog][below(3)]
      var axis = Axis(label: label() ?? "", scale: scale)
      axis.threshold = value()
      if below(5) == 0 { axis.categories = ["SGD", "Adam", String(repeating: "long ", count: 9)] }
      let (a, b) = (value(), value())
      if below(5) == 0, a <= b { axis.domain = a...b }
      return axis
    }

    mutating func chart() -> Chart {
      var chart = Chart(title: label() ?? "", x: axis(), y: axis())
      chart.aspect = [.wide, .wide, .square, .equal][below(4)]
      chart.marks = (0..<below(4)).map { _ in mark() }
      if below(5) == 0 {
        chart.panels = (0..<below(6)).map { _ in
          Panel(title: label() ?? "", marks: (0..<below(3)).map { _ in mark() })
        }
      }
      return chart
    }
  }

  @Test func everyChartIsASanePicture() throws {
    var source = Source(state: 7)
    var pictures: [(String, String)] = []
    for number in 0..<300 {
      let chart = source.chart()
      for layout in [ChartLayout.wide, .narrow] {
        let svg = chart.svg(id: "c\(number)", layout: layout, standalone: true)
        #expect(svg == chart.svg(id: "c\(number)", layout: layout, standalone: true))
        #expect(XMLParser(data: Data(svg.utf8)).parse(), "chart \(number)")
        #expect(!Self.hasOddNumber(svg), "chart \(number)")
        #expect(svg.utf8.count < 60_000, "chart \(number)")
        pictures.append(("\(number)-\(layout)", svg))
      }
      let copy = try Chart(decoding: chart.encoded())
      #expect(copy.encoded() == chart.encoded())
      #expect(copy.svg(id: "a") == chart.svg(id: "a"))
      for language in [ChartLanguage.english, .chinese] {
        #expect(!chart.textAlternative(language: language).isEmpty)
      }
      #expect(chart.dataTable().rows.allSatisfy { $0.count == chart.dataTable().header.count })
      #expect(chart.dataDownload().csv.utf8.count < 24_000)
    }
    try write(pictures)
  }

  /// Whether an attribute holds a number that no picture has.
  private static func hasOddNumber(_ svg: String) -> Bool {
    let body = svg.components(separatedBy: "</style>").last ?? ""
    return body.split(separator: "<").map { $0.prefix { $0 != ">" } }.contains { tag in
      tag.components(separatedBy: "\"").enumerated().contains { index, value in
        index % 2 == 1
          && ["nan", "inf", "e+", "e-"].contains { part in
            value.first.map { "-.0123456789M".contains($0) } == true && value.contains(part)
          }
      }
    }
  }

  /// Leaves the pictures in a folder for a checker, when one is named.
  private func write(_ pictures: [(String, String)]) throws {
    guard let folder = ProcessInfo.processInfo.environment["GRADBOOK_RANDOM_CHARTS"] else { return }
    for (name, svg) in pictures {
      try Data(svg.utf8).write(
        to: URL(fileURLWithPath: folder).appendingPathComponent(name + ".svg"))
    }
  }
}
