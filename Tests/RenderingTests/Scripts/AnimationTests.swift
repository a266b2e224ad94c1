import Testing

@testable import Rendering

extension ScriptTests {
  /// A trajectory step by step.
  @Suite struct AnimationTests {
    private let step = "document.querySelector('.steps input').value"
    private let told = "document.querySelector('.steps span').textContent"
    private let play = "document.querySelector('.steps button').textContent"
    /// The points of the shown trajectory.
    private let points = """
      document.querySelector('#descent_1-figure .chart-wide .chart-way').getAttribute('d')
        .match(/[ML]/g).length
      """
    private let isPartial =
      "document.querySelector('#descent_1-figure .chart-pair').matches('.chart-partial')"

    @Test func theWholeTrajectoryIsShownFirstAndTheButtonsGoByOneStep() throws {
      let page = try SampleSite.open(SampleSite.second)
      let whole = try page.text(points)
      #expect(try page.text(step) == "3" && page.holds("!\(isPartial)"))
      for (expected, count) in [("2", "3"), ("1", "2"), ("0", "1"), ("0", "1")] {
        try page.click(".steps button:nth-child(2)")
        #expect(try page.text(step) == expected && page.text(points) == count)
        #expect(try page.holds(isPartial) && page.text(told).hasPrefix("t = \(expected): "))
      }
      try page.press("ArrowRight")
      #expect(try page.text(step) == "0" && page.holds(SampleSite.stays))
      for expected in ["1", "2", "3", "3"] {
        try page.click(".steps button:nth-child(3)")
        #expect(try page.text(step) == expected)
      }
      #expect(try page.text(points) == whole && page.holds("!\(isPartial)"))
    }

    @Test func theSliderMovesWithTheArrowKeysAndLeavesTheChapterAlone() throws {
      let page = try SampleSite.open(SampleSite.second)
      _ = try page.text("document.querySelector('.steps input').focus()")
      try page.press("ArrowLeft")
      #expect(try page.text(step) == "2" && page.text(points) == "3")
      #expect(
        try page.text("document.activeElement.getAttribute('aria-valuetext')") == page.text(told))
      try page.press("Home")
      #expect(try page.text(points) == "1")
      #expect(try page.holds(SampleSite.stays))
    }

    @Test func playGoesFromTheStartToTheEnd() throws {
      let page = try SampleSite.open(SampleSite.second)
      #expect(try page.text(play) == "Play")
      try page.click(".steps button")
      #expect(try page.text(play) == "Pause" && page.holds("\(step) < 3"))
      #expect(try page.comes("\(step) === '3' && \(play) === 'Play'"))
      #expect(try page.holds("!\(isPartial)"))
    }

    @Test func pauseStaysAndPlayGoesOnFromThere() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.click(".steps button")
      #expect(try page.comes("\(step) === '1'"))
      try page.click(".steps button")
      let stopped = try page.text(step)
      #expect(try page.text(play) == "Play")
      _ = try page.text("new Promise(resolve => setTimeout(resolve, 700))")
      #expect(try page.text(step) == stopped)
      if stopped != "3" {
        try page.click(".steps button")
        #expect(try page.text(step) == stopped)
      }
    }

    @Test func paperGetsTheWholeTrajectory() throws {
      let page = try SampleSite.open(SampleSite.second)
      try page.click(".steps button:nth-child(2)")
      #expect(try page.holds(isPartial))
      try page.print()
      #expect(try page.comes("!\(isPartial) && \(step) === '3'"))
    }

    @Test func whereLessMotionIsAskedForThereAreOnlySteps() throws {
      let page = try SampleSite.open(SampleSite.second)
      #expect(try page.text("document.querySelectorAll('.steps button').length") == "3")
      try page.emulate(["prefers-reduced-motion": "reduce"])
      try page.reload()
      #expect(try page.text("document.querySelectorAll('.steps button').length") == "2")
      try page.click(".steps button")
      #expect(try page.text(step) == "2")
    }
  }
}
