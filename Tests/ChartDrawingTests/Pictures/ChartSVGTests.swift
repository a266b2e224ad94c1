import Charts
import Foundation
import Testing

@testable import ChartDrawing

@Suite struct ChartSVGTests {
  @Test func noNumberOfAPictureIsNotFinite() {
    let all = Double.greatestFiniteMagnitude
    let wild: [[Double]] = [
      [.nan], [.infinity, -.infinity], [all, -all], [0, .leastNonzeroMagnitude], [-1, 0, 1],
      [1, .nan, all, .infinity],
    ]
    for x in wild {
      for y in wild {
        for scale in [Axis.Scale.linear, .log] {
          let chart = Chart(
            x: Axis(scale: scale), y: Axis(scale: scale), marks: [.line(LineMark(x: x, y: y))])
          let svg = chart.svg(id: "a", alternative: "wild", standalone: true)
          for part in ["\"nan", " nan", "inf ", "-inf", "e+", "e-"] {
            #expect(!attributes(of: svg).contains(part))
          }
        }
      }
    }
  }

  /// The markup without the texts between the tags.
  private func attributes(of svg: String) -> String {
    svg.split(separator: "<").map { $0.prefix { $0 != ">" } }.filter { !$0.hasPrefix("text") }
      .joined(separator: "\n").replacingOccurrences(of: "text-anchor", with: "")
  }

  @Test func theAuthorsTextCannotBecomeMarkup() {
    let bad = "<script>\"&'</script>\u{0}\u{1B}"
    let chart = Chart(
      title: bad, x: Axis(label: bad), y: Axis(label: bad),
      marks: [.line(LineMark(label: bad, x: [0, 1], y: [1, 2]))])
    let svg = chart.responsiveSVG(id: bad).markup
    #expect(!svg.contains("<script"))
    #expect(svg.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    #expect(svg.contains("&lt;script&gt;&quot;&amp;'"))
  }

  @Test func theSameDataGiveTheSamePicture() {
    let chart = SampleCharts.three
    #expect(chart.responsiveSVG(id: "a") == chart.responsiveSVG(id: "a"))
  }

  @Test func aPairOfPicturesHasTwoIDs() {
    let html = SampleCharts.one.responsiveSVG(id: "loss").markup
    #expect(html.components(separatedBy: "id=\"loss\"").count == 2)
    #expect(html.components(separatedBy: "id=\"loss-narrow\"").count == 2)
  }

  @Test func aPictureHasTheRatioOfSixteenToNine() {
    #expect(SampleCharts.one.svg(id: "a").contains("viewBox=\"0 0 640 360\""))
    #expect(SampleCharts.oneValue.svg(id: "a").contains("viewBox=\"0 0 640 360\""))
  }

  @Test func anInlinePictureNamesNoAddress() {
    #expect(!SampleCharts.three.responsiveSVG(id: "a").markup.contains("://"))
    #expect(!ChartStylesheet.text.contains("url("))
  }

  @Test func theGivenAlternativeReplacesTheGeneratedOne() {
    let svg = SampleCharts.one.svg(id: "a", alternative: "My words")
    #expect(svg.contains("aria-label=\"My words\""))
    #expect(!svg.contains("Line chart"))
  }

  @Test func upToFourSeriesAreNamedAtTheirEnds() {
    #expect(SampleCharts.three.svg(id: "a").components(separatedBy: "chart-name").count == 4)
    #expect(!SampleCharts.six.svg(id: "a").contains("chart-name"))
    #expect(SampleCharts.six.svg(id: "a").contains("series-6"))
  }

  @Test func namesAtTheEndsDoNotOverlap() throws {
    let chart = LossCurve(
      (1...4).map { (label: "run \($0)", losses: [10, 1 + Double($0) / 1e6]) }, epochs: 1
    ).chart
    let lines = chart.svg(id: "a").split(separator: "\n").filter { $0.contains("chart-name") }
    let heights = lines.compactMap { line in
      line.components(separatedBy: " y=\"").last?.split(separator: "\"").first.flatMap {
        Double($0)
      }
    }
    try #require(heights.count == 4)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 14 })
  }

  @Test func aMillionPointsMakeASmallPicture() {
    let chart = LossCurve(SampleCharts.noise(count: 1_000_000), epochs: 1).chart
    #expect(chart.svg(id: "a").utf8.count < 60_000)
  }

  @Test func bothLinesOfANoisyCurveAreNamed() {
    let svg = SampleCharts.noisy.svg(id: "a")
    #expect(svg.contains(">each value<"))
    #expect(svg.contains(">mean of 17<"))
    #expect(!SampleCharts.one.svg(id: "a").contains("each value"))
  }
}
