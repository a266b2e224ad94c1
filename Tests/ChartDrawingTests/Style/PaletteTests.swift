import ChartDrawing
import Foundation
import Testing

/// The series' colours as readers with each of the three deficiencies of colour vision see them.
@Suite struct PaletteTests {
  private typealias Color = [Double]

  /// The matrices of Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
  private static let visions: [(name: String, matrix: [Color])] = [
    ("all cones", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "no red",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "no green",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "no blue",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  /// The linear parts of a declared colour.
  private func color(_ name: String, in declarations: String) throws -> Color {
    let line = declarations.split(separator: "\n").last { $0.contains(name + ":") }
    var hex = String(try #require(line).split { "#;".contains($0) }.last ?? "")
    if hex.count == 3 { hex = hex.map { "\($0)\($0)" }.joined() }
    let value = try #require(Int(hex, radix: 16))
    return [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { byte in
      let part = Double(byte) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private func seen(_ color: Color, _ matrix: [Color]) -> Color {
    matrix.map { row in min(max(zip(row, color).map(*).reduce(0, +), 0), 1) }
  }

  private func contrast(_ a: Color, _ b: Color) -> Double {
    func luminance(_ c: Color) -> Double { 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] }
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// The distance in OKLab (Ottosson 2020), where 0.02 is just seen.
  private func distance(_ a: Color, _ b: Color) -> Double {
    func lab(_ c: Color) -> Color {
      let l = cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2])
      let m = cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2])
      let s = cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2])
      return [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
      ]
    }
    return zip(lab(a), lab(b)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  @Test(arguments: [
    ChartStylesheet.lightColors, ChartStylesheet.darkColors,
    ChartStylesheet.lightColors + ChartStylesheet.printChanges,
  ])
  func everySeriesStandsOutFromThePaperForEveryReader(declarations: String) throws {
    let paper = try color("--paper", in: declarations)
    for vision in Self.visions {
      for series in 1...8 {
        let color = try color("--series-\(series)", in: declarations)
        let ratio = contrast(seen(color, vision.matrix), seen(paper, vision.matrix))
        #expect(ratio >= 3, "series \(series), \(vision.name)")
      }
    }
  }

  @Test(arguments: [ChartStylesheet.lightColors, ChartStylesheet.darkColors])
  func seriesDifferForEveryReader(declarations: String) throws {
    for vision in Self.visions {
      let colors = try (1...8).map {
        seen(try color("--series-\($0)", in: declarations), vision.matrix)
      }
      for first in colors.indices {
        for second in colors.indices where second > first {
          let least = second < 4 ? 0.08 : 0.04
          #expect(
            distance(colors[first], colors[second]) >= least,
            "series \(first + 1) and \(second + 1), \(vision.name)")
        }
      }
    }
  }

  @Test func theMeasureSeesThatTwoShadesAreAlike() {
    #expect(distance([0.2, 0.2, 0.2], [0.21, 0.2, 0.2]) < 0.02)
    #expect(distance([1, 1, 1], [0, 0, 0]) > 0.99)
  }
}
