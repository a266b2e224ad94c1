import Testing

@testable import ChartDrawing

@Suite struct ColorMapTests {
  @Test func lightnessFallsAllTheWay() {
    let colors = ColorMap.colors
    #expect(colors.count == ColorMap.count)
    for index in colors.indices.dropFirst() {
      #expect(colors[index].lightness < colors[index - 1].lightness - 0.02)
    }
  }

  @Test func neighboursLookEquallyDifferent() {
    let colors = ColorMap.colors
    let steps = colors.indices.dropFirst().map { colors[$0].distance(to: colors[$0 - 1]) }
    let mean = steps.reduce(0, +) / Double(steps.count)
    for step in steps { #expect((step / mean - 1).magnitude < 0.06) }
  }

  @Test func aScreenCanShowEveryColor() {
    for color in ColorMap.colors {
      for part in color.light { #expect(part > 0 && part < 1) }
    }
  }

  @Test func theSmallestAmountIsTheNearestToThePaper() {
    let light = ColorMap.declarations(onDarkPaper: false)
    let dark = ColorMap.declarations(onDarkPaper: true)
    #expect(light.contains("--heat-1: #f8f2c8;"))
    #expect(light.contains("--heat-16: #2a1c56;"))
    #expect(dark.contains("--heat-1: #2a1c56;"))
    #expect(dark.contains("--heat-16: #f8f2c8;"))
  }

  // Values of Ottosson's article and of CSS Color 4.
  @Test(arguments: [
    (OKLab(lightness: 1, a: 0, b: 0), "#ffffff"), (OKLab(lightness: 0, a: 0, b: 0), "#000000"),
    (OKLab(lightness: 0.62796, a: 0.22486, b: 0.12585), "#ff0000"),
    (OKLab(lightness: 0.45201, a: -0.03246, b: -0.31153), "#0000ff"),
    (OKLab(lightness: 0.5999, a: 0, b: 0), "#808080"),
  ])
  func knownColorsAreThemselves(color: OKLab, text: String) {
    #expect(color.hexadecimal == text)
  }
}
