import ChartDrawing
import Charts
import Foundation
import Testing

/// The pictures of the sample charts, byte for byte. `GRADBOOK_RECORD=1` writes them anew.
@Suite struct SnapshotTests {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  @Test(arguments: SampleCharts.all.indices)
  func thePictureIsTheRecordedOne(index: Int) throws {
    let sample = SampleCharts.all[index]
    for layout in [ChartLayout.wide, .narrow] {
      let name = sample.name + (layout == .wide ? "" : "-narrow")
      let svg = sample.chart.svg(
        id: name, language: sample.language, layout: layout, standalone: true)
      let file = folder.appendingPathComponent(name + ".svg")
      if ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] == "1" {
        try Data(svg.utf8).write(to: file)
      }
      let recorded = try String(contentsOf: file, encoding: .utf8)
      #expect(svg == recorded, "\(file.lastPathComponent) differs")
    }
  }

  @Test func everyRecordedPictureHasItsChart() throws {
    let names = Set(SampleCharts.all.flatMap { [$0.name + ".svg", $0.name + "-narrow.svg"] })
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files.filter { $0.hasSuffix(".svg") }) == names)
  }
}
