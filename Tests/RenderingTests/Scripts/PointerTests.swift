import Testing

@testable import Rendering

extension ScriptTests {
  /// The values of a chart, at the pointer and with the arrow keys.
  @Suite struct PointerTests {
    private let picture = "#curve_1-figure .chart-wide"
    /// The lines of the note that is shown, or nothing.
    private func note(of figure: String) -> String {
      """
      [...document.querySelectorAll('#\(figure)_1-figure .chart-tip:not([hidden]) div')]
        .map(line => line.textContent).join('|')
      """
    }

    @Test func theNearestPointOfEverySeriesIsShownAndGoesWithThePointer() throws {
      let page = try SampleSite.open(SampleSite.second)
      #expect(try page.text(note(of: "curve")) == "")
      try page.point(at: picture)
      #expect(try page.text(note(of: "curve")) == "epoch 1|fast, “fine”: 4")
      let dots = "document.querySelectorAll('\(picture) .chart-pointer circle').length"
      #expect(try page.text(dots) == "1")
      try page.point(at: picture, (0.1, 0.5))
      #expect(try page.text(note(of: "curve")) == "epoch 0|fast, “fine”: 8|slow: 8")
      #expect(try page.text(dots) == "2")
      try page.point(at: "h1")
      #expect(try page.text(note(of: "curve")) == "")
      #expect(try page.text("document.querySelectorAll('.chart-pointer').length") == "0")
    }

    @Test func theMarkedPointsLieOnTheCurves() throws {
      let page = try SampleSite.open(SampleSite.second)
      _ = try page.text("document.querySelector('#curve_1-figure .chart-pair').focus()")
      try page.press("End")
      #expect(try page.text(note(of: "curve")) == "epoch 2|fast, “fine”: 2|slow: 6")
      let distances = try page.text(
        """
        (() => {
          const svg = document.querySelector('\(picture)');
          return [...svg.querySelectorAll('.chart-pointer g')].map(dot => {
            const curve = svg.querySelector(`.${dot.getAttribute('class')} .chart-line`);
            const [at, circle] = [curve.getCTM(), dot.firstChild];
            const whole = circle.getCTM();
            const x = whole.a * circle.cx.baseVal.value + whole.e;
            const y = whole.d * circle.cy.baseVal.value + whole.f;
            let best = Infinity;
            for (let i = 0; i <= 500; i++) {
              const point = curve.getPointAtLength(curve.getTotalLength() * i / 500)
                .matrixTransform(at);
              best = Math.min(best, Math.hypot(point.x - x, point.y - y));
            }
            return best < 1;
          });
        })()
        """)
      #expect(distances == "true,true")
    }

    @Test func theArrowKeysGoFromPointToPointAndLeaveTheChapterAlone() throws {
      let page = try SampleSite.open(SampleSite.second)
      _ = try page.text("document.querySelector('#curve_1-figure .chart-pair').focus()")
      let keys = [
        ("ArrowRight", "epoch 0"), ("ArrowRight", "epoch 1"), ("End", "epoch 2"),
        ("ArrowRight", "epoch 2"), ("ArrowLeft", "epoch 1"), ("Home", "epoch 0"),
        ("ArrowLeft", "epoch 0"), ("Escape", ""), ("ArrowRight", "epoch 0"),
      ]
      for (key, line) in keys {
        try page.press(key)
        #expect(try page.text(note(of: "curve")).prefix { $0 != "|" } == line, "\(key)")
      }
      _ = try page.text("document.activeElement.blur()")
      #expect(try page.text(note(of: "curve")) == "")
      #expect(try page.holds(SampleSite.stays))
    }

    @Test func onANarrowScreenTheNarrowPictureAnswers() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.resize(width: 360)
      try page.point(at: "#curve_1-figure .chart-narrow")
      #expect(try page.text(note(of: "curve")) == "epoch 1|fast, “fine”: 4")
    }

    @Test func theIteratesOfAPathAnswerWithTheirValues() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.point(at: "#descent_1-figure .chart-wide")
      #expect(try page.text(note(of: "descent")) == "t 3|x: 0|y: 0|f: 0")
      _ = try page.text("document.querySelector('#descent_1-figure .chart-pair').focus()")
      try page.press("Home")
      #expect(try page.text(note(of: "descent")) == "t 0|x: \u{2212}3|y: 1|f: 13")
    }
  }
}
