import Charts
import Testing

@testable import ChartDrawing

@Suite struct TrajectoryTests {
  private let plot = ContourPlot(x: -1...1, y: -1...1) { x, y in x * x + y * y }

  private func course(_ chart: Chart) -> TrajectoryCourse? {
    let frame = Frame(width: 200, height: 200)
    let place = MarkPlace(
      chart: chart, series: 1,
      x: PositionScale(kind: .linear, lower: -1, upper: 1, start: 0, end: 200),
      y: PositionScale(kind: .linear, lower: -1, upper: 1, start: 200, end: 0), frame: frame,
      layout: .wide, language: .english)
    return chart.trajectories.first.map { TrajectoryCourse($0, series: 1, at: place) }
  }

  @Test func aWayThatLeavesSaysWhenAndEndsAtTheEdge() throws {
    let chart = plot.trajectory([(0, 0), (0.5, 0.5), (1.5, 0.5), (9, 9)]).chart
    let course = try #require(self.course(chart))
    #expect(course.leaving == 2)
    #expect(course.line.last == PlottedPoint(x: 200, y: 50))
    let svg = chart.svg(id: "a")
    #expect(svg.contains(">leaves the picture at step 2</text>"))
    #expect(chart.textAlternative().contains("it leaves the picture at step 2."))
    #expect(chart.textAlternative(language: .chinese).contains("第 2 步离开图框。"))
  }

  @Test func aWayThatComesBackDoesNotLeave() throws {
    let course = try #require(self.course(plot.trajectory([(0, 0), (3, 0), (0.5, 0)]).chart))
    #expect(course.leaving == nil)
    #expect(course.line.count == 4)
    #expect(course.line.filter { $0.startsRun }.count == 2)
  }

  @Test func aWayEndsBeforeTheFirstPointThatIsNotFinite() throws {
    let chart = plot.trajectory([(0, 0), (0.5, 0), (.infinity, 0), (0, 0)]).chart
    let course = try #require(self.course(chart))
    #expect(course.breakdown == 2)
    #expect(course.iterates.count == 2)
    #expect(chart.textAlternative().contains("is not finite from step 2 on"))
  }

  @Test func onePointIsAStartAlone() {
    let chart = plot.trajectory([(0.5, 0.25)]).chart
    #expect(chart.svg(id: "a").contains("chart-start"))
    #expect(chart.textAlternative().contains("is one point, (0.5, 0.25)."))
  }

  @Test func aWayOutsideOfThePictureIsNotDrawn() {
    let chart = plot.trajectory([(5, 5), (6, 6)]).chart
    #expect(!chart.svg(id: "a").contains("chart-way"))
    #expect(plot.trajectory([(.nan, 0)]).chart.textAlternative().contains("no finite point"))
  }

  @Test func tenThousandStepsAreThinned() throws {
    let points = (0..<10_000).map { step -> (Double, Double) in
      let x = Double(step) / 10_000
      return (x, x * x)
    }
    let chart = plot.trajectory(points, animated: true).chart
    let course = try #require(self.course(chart))
    #expect(course.iterates.count <= TrajectoryCourse.mostIterates)
    #expect(course.iterates.last?.step == 9999)
    #expect(course.line.count < 60)
    #expect(chart.responsiveSVG(id: "a").markup.utf8.count < 30_000)
  }

  @Test func theTextTellsBothEndsAndTheValues() {
    #expect(
      SampleFields.contour.textAlternative() == """
        Contour lines over x from −6 to 6 and y from −3 to 3. The function's values run from 0, \
        near (0, 0), to 21.6. gradient descent starts at (−5, −2) and ends at (−0.94, 0) after 20 \
        steps; the value falls throughout from 10.5 to 0.08901; it crosses y = 0 20 times. A minimum is marked at (0, 0).
        """)
    #expect(
      SampleFields.contour.textAlternative(language: .chinese) == """
        等高线图：x 从 −6 到 6，y 从 −3 到 3。函数值从 (0, 0) 附近的 0 到 21.6。\
        gradient descent 从 (−5, −2) 出发，20 步后到达 (−0.94, 0)；函数值从 10.5 一直降至 0.08901；穿过 y = 0 共 20 次。\
        极小点标在 (0, 0)。
        """)
  }

  @Test func theTableHasEveryStep() {
    let table = SampleFields.contour.dataTable()
    #expect(table.header == ["t", "x", "y", "f"])
    #expect(table.rows.count == 21)
    #expect(table.rows[0] == ["0", "−5", "−2", "10.5"])
  }

  @Test func aMapIsATableOfSomeOfItsColumns() {
    let table = SampleFields.stability.dataTable()
    #expect(table.header.count == 9)
    #expect(table.header[0] == "momentum β \\ learning rate η")
    #expect(table.rows.count == 25)
  }

  @Test func textsDoNotCoverEachOther() {
    var placement = TextPlacement(frame: Frame(width: 100, height: 60))
    var taken: [(Double, Double)] = []
    for _ in 0..<4 {
      let spot = placement.place(
        beside: PlottedPoint(x: 50, y: 30), width: 30, height: 10, gap: 2, covering: 0)
      guard let spot else { continue }
      for other in taken {
        #expect((other.0 - spot.x).magnitude >= 30 || (other.1 - spot.y).magnitude >= 10)
      }
      taken.append((spot.x, spot.y))
    }
    #expect(taken.count >= 3)
  }

  @Test func aPathIsNamedAtItsEndAndNotInALegend() throws {
    let texts = TextBoxes(
      plot.trajectory([(-0.9, -0.9), (-0.5, 0.5), (0.5, 0.2)], label: "momentum").chart, .wide)
    #expect(texts.texts("chart-name") == ["momentum"])
    #expect(texts.boxes.filter { $0.text == "momentum" }.count == 1)
    let (name, start) = (texts.box(of: "momentum"), texts.box(of: "start"))
    #expect(try #require(name).left > (try #require(start)).right)
  }

  @Test func numbersOfStepsThinOutWhereTheyWouldPileUp() {
    let points = (0..<60).map { step -> (Double, Double) in
      let x = 0.9 / Double(step + 1)
      return (x, step % 2 == 0 ? x : -x)
    }
    for layout in [ChartLayout.wide, .narrow] {
      let texts = TextBoxes(plot.trajectory(points).minimum(0, 0).chart, layout)
      let numbers = texts.texts("chart-number")
      #expect(numbers.contains("1"))
      #expect(numbers.contains("2"))
      #expect(!numbers.contains("40"))
      #expect(numbers.count <= 8)
    }
  }

  @Test func anAnimationHasAPlaceForEveryStep() throws {
    let chart = plot.trajectory([(0, 0), (0.5, 0.5), (2, 0.5), (9, 9)], animated: true).chart
    #expect(chart.isAnimated)
    #expect(
      chart.animationAttribute
        == " data-frames=\"0 t = 0: (0, 0), f = 0|1 t = 1: (0.5, 0.5), f = 0.5"
        + "|2 t = 2: (2, 0.5), f = 4.25\"")
    #expect(try #require(self.course(chart)).frames == "0 100 100 1 150 50 2 200 50")
    #expect(!SampleFields.contour.isAnimated)
    #expect(SampleFields.contour.animationAttribute.isEmpty)
  }
}
