import Testing

@testable import GradientDescent

private func bowl(_ x: Double, _ y: Double) -> Double { x * x + 2 * y * y }

extension EngineTests {
  /// Descents as people write them.
  @Suite struct DescentFormTests {
    /// x² + 2y² from (−5, −2).
    static let known = descend(from: [-5.0, -2.0], using: SGD(learningRate: 0.1), steps: 10) {
      (x: NDArray, y: NDArray) in x.square() + 2 * y.square()
    }

    @Test("starts are lists of whole numbers, pairs and arrays")
    func starts() {
      let rule = { SGD(learningRate: 0.1) }
      let whole = descend(from: [-5, -2], using: rule(), steps: 10) { x, y in
        x * x + 2 * y * y
      }
      let pair = descend(from: (-5, -2), using: rule(), steps: 10) { x, y in
        x.square() + 2 * y.square()
      }
      #expect(pair.points == DescentFormTests.known.points)
      for (a, b) in zip(whole.last, pair.last) { #expect(abs(a - b) < 1e-14) }
      let list = descend(from: [1, 2, 3], using: rule(), steps: 10) { x in x.square().sum() }
      #expect(abs(list.lastValue - 14 * GradientDescent.pow(0.8, 20.0)) < 1e-14)
      let array = descend(from: NDArray([1, 2, 3]), using: rule(), steps: 1) { x in
        x.square().sum()
      }
      #expect(array.last == [0.8, 1.6, 2.4].map { Double(Float($0)) })
    }

    @Test("functions of plain numbers have slopes by differences")
    func plain() {
      let run = descend(from: [-5, -2], using: SGD(learningRate: 0.1), steps: 10, bowl)
      for (a, b) in zip(run.points, DescentFormTests.known.points) {
        for (x, y) in zip(a, b) { #expect(abs(x - y) < 1e-9) }
      }
      func cosine(_ x: Double) -> Double { GradientDescent.cos(x) }
      let wave = descend(from: 1, using: SGD(learningRate: 0.5), steps: 60, cosine)
      #expect(abs(wave.last[0] - Double.pi) < 1e-9)
    }

    @Test("a schedule gives each step its rate")
    func schedules() {
      let schedule = StepSchedule.exponential(from: 0.5, factor: 0.5)
      let closure = descend(
        from: 8, using: SGD(learningRate: 9), steps: 3, learningRate: { schedule(Int($0)) }
      ) { 2 * $0 }
      let one = descend(
        from: 8, using: SGD(learningRate: 9), steps: 3,
        learningRate: .exponential(from: 0.5, factor: 0.5)
      ) { 2 * $0 }
      #expect(one.x == closure.x && one.x == [8, 7, 6.5, 6.25])
      let two = descend(
        from: [8, 1], using: SGD(learningRate: 9), steps: 3, learningRate: schedule
      ) { x, y in 2 * x + 0 * y }
      #expect(two.x == one.x)
      let many = descend(
        from: [8, 1, 1], using: SGD(learningRate: 9), steps: 3, learningRate: schedule
      ) { x in 2 * x.sum() }
      #expect(many.x == one.x)
      let named = descend(
        .saddle, from: [1, 0], using: SGD(learningRate: 2), steps: 2,
        learningRate: .factor { _ in 0.125 })
      #expect(named.x == [1, 0.5, 0.25])
    }

    @Test("a named function is minimized by every rule, Newton with its own Hessian")
    func minimizers() {
      let newton = minimize(.rosenbrock, from: [-1.2, 1], using: Newton(), steps: 5)
      let values = [4.7319, 1411.8, 0.05597, 0.3132, 1.9e-11]
      for (point, value) in zip(newton.dropFirst(), values) {
        #expect(abs(point.value / value - 1) < 0.03)
      }
      let quick = minimize(
        .rosenbrock, from: [-1.2, 1], using: LBFGS(lineSearch: StrongWolfe()), steps: 20)
      #expect((quick.last?.value ?? 1) < 1e-8)
      let formula = minimize(from: [3, 4], using: Newton(), steps: 1) { x, y in
        x.square() + 2 * y.square() + x * y
      }
      #expect(formula[1].position.allSatisfy { abs($0) < 1e-8 })
      let list = minimize(from: [3, 4, 5], using: Newton(), steps: 1) { x in x.square().sum() }
      #expect(list[1].position.allSatisfy { abs($0) < 1e-8 })
    }

    @Test("a rule that climbs is one that descends the function's negative")
    func maximize() {
      let pairs: [(any Optimizer, any Optimizer)] = [
        (SGD(learningRate: 0.1, maximize: true), SGD(learningRate: 0.1)),
        (
          SGD(learningRate: 0.1, momentum: 0.9, maximize: true),
          SGD(learningRate: 0.1, momentum: 0.9)
        ),
        (Adam(learningRate: 0.1, maximize: true), Adam(learningRate: 0.1)),
        (AdamW(learningRate: 0.1, maximize: true), AdamW(learningRate: 0.1)),
      ]
      for (climbs, descends) in pairs {
        let up = descend(from: 3, using: climbs, steps: 5) { -1 * ($0 - 1).square() }
        let down = descend(from: 3, using: descends, steps: 5) { ($0 - 1).square() }
        #expect(up.x == down.x, "\(climbs.name)")
      }
    }

    @Test("a function that leaves the point out is a fault")
    func constant() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        let other = TrainerTests.parameter([1])
        _ = descend(from: 3, using: SGD(learningRate: 0.1), steps: 2) { _ in other.data.sum() }
      }
      #expect(
        try FaultTests.message(result).contains("descend: the function's value does not depend on"))
    }
  }
}
