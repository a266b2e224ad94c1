import ChartDrawing
import Foundation
import Testing

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
