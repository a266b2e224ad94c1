import Foundation
import Testing

@testable import ChartDrawing
@testable import Charts

@Suite struct StylesheetTests {
  private func colors(_ declarations: String) -> [String: Int] {
    var colors: [String: Int] = [:]
    for line in declarations.split(separator: "\n") {
      let parts = line.split { " :;".contains($0) }
      guard parts.count == 2 else { continue }
      let hex = parts[1].dropFirst()
      let full = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : String(hex)
      colors[String(parts[0])] = Int(full, radix: 16)
    }
    return colors
  }

  /// The contrast ratio of WCAG 2.1.
  private func contrast(_ a: Int, _ b: Int) -> Double {
    func luminance(_ color: Int) -> Double {
      let parts = [color >> 16, color >> 8 & 0xFF, color & 0xFF].map { byte in
        let part = Double(byte) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  @Test(arguments: [
    ChartStylesheet.lightColors, ChartStylesheet.darkColors,
    ChartStylesheet.lightColors + ChartStylesheet.printChanges,
  ])
  func everySeriesCanBeReadAsTextOnItsPaper(declarations: String) throws {
    let colors = colors(declarations)
    let paper = try #require(colors["--paper"])
    for name in (1...8).map({ "--series-\($0)" }) + ["--chart-ink", "--chart-muted"] {
      let color = try #require(colors[name])
      #expect(contrast(color, paper) >= 4.5, "\(name)")
    }
  }

  @Test(arguments: [
    ChartStylesheet.lightColors, ChartStylesheet.darkColors,
    ChartStylesheet.lightColors + ChartStylesheet.printChanges,
  ])
  func theMinorGridIsFainterThanTheGrid(declarations: String) throws {
    let colors = colors(declarations)
    let paper = try #require(colors["--paper"])
    let (grid, minor) = (
      try #require(colors["--chart-grid"]), try #require(colors["--chart-minor"])
    )
    #expect(contrast(minor, paper) < contrast(grid, paper))
    #expect(contrast(grid, paper) < 1.6)
  }

  @Test("A drawing for an electronic book has attributes for all that the stylesheet says")
  func attributes() {
    let ofMarks = Mark.Kind.allCases.map { Chart(marks: [MarkTableTests.row($0).mark]) }
    for chart in SampleCharts.all.map(\.chart) + ofMarks {
      let svg = chart.electronicSVG(id: "a").markup
      for name in ["class=", "style=", "var(", "currentColor", "<title", "<style"] {
        #expect(!svg.contains(name), "\(name)")
      }
    }
    let three = SampleCharts.three.electronicSVG(id: "a").markup
    let colors = ["#1b4aa8", "#be4102", "#257d50"]
    for color in colors { #expect(three.contains("stroke=\"\(color)\"")) }
    #expect(three.contains("stroke-dasharray=\"7 4\"") && three.contains("stroke=\"#e6e2d9\""))
    #expect(three.contains("viewBox=\"0 0 640 "))
    #expect(three.contains(" width=\"640\" height=\""))
    #expect(three.contains("<rect width=\"640\"") && three.contains("fill=\"#fdfcf9\""))
    // Outside of its series a line has the colour of all text, within it that of the series.
    var writer = SVGWriter(styledBy: PresentationAttributes())
    writer.open("svg", [("class", "chart")])
    writer.element("path", [("class", "chart-line"), ("stroke-width", "9"), ("d", "M0 0")])
    writer.open("g", [("class", "series-3")])
    writer.element("path", [("class", "chart-line"), ("d", "M0 0")])
    writer.close("g")
    writer.element("text", [("class", "chart-note"), ("x", "1")], content: "a")
    #expect(writer.html.markup.contains("<path d=\"M0 0\" "))
    let lines = writer.html.markup.split(separator: "\n").map(String.init)
    #expect(lines[1].contains("stroke=\"#2b2925\"") && lines[1].contains("stroke-width=\"1.75\""))
    #expect(!lines[1].contains("stroke-width=\"9\"") && !lines[1].contains("dasharray"))
    #expect(lines[3].contains("stroke=\"#257d50\"") && lines[3].contains("stroke-width=\"2.25\""))
    #expect(lines[3].contains("stroke-dasharray=\"1 4\""))
    #expect(lines[5].contains("fill=\"#2b2925\"") && !lines[5].contains("stroke="))
  }

  @Test func everyClassOfAPictureHasARule() {
    var classes: Set<Substring> = []
    let ofMarks = Mark.Kind.allCases.map { Chart(marks: [MarkTableTests.row($0).mark]) }
    for chart in SampleCharts.all.map(\.chart) + ofMarks {
      for part in chart.responsiveSVG(id: "a").markup.components(separatedBy: "class=\"")
        .dropFirst()
      {
        classes.formUnion(part.prefix { $0 != "\"" }.split(separator: " "))
      }
    }
    for name in classes where !["chart-label", "chart-tick", "chart-wide"].contains(name) {
      #expect((ChartStylesheet.rules + ChartStylesheet.mapRules).contains("." + name), "\(name)")
    }
  }
}
