import Testing

@testable import GradientDescent

extension EngineTests {
  /// What theory says about plain gradient descent.
  @Suite struct TheoryTests {
    @Test(
      "x² from 10 ends after ten steps at 10·(1 − 2η)¹⁰",
      arguments: [(0.2, 0.060466176), (0.05, 3.486784401), (1.1, 61.9173642240)])
    func parabola(rate: Double, end: Double) {
      let run = descend(from: 10, using: SGD(learningRate: rate), steps: 10) { $0.square() }
      #expect(abs(run.last[0] - end) < 1e-9)
    }

    @Test(
      "x·cos(.15πx) from 10: a rate of 2 jumps over the nearest minimum, a small one ends there")
    func cosineWave() {
      let far = descend(.cosineWave, from: 10, using: SGD(learningRate: 2), steps: 10)
      #expect(abs(far.last[0] - -1.528166) < 5e-7)
      let near = descend(.cosineWave, from: 10, using: SGD(learningRate: 0.1), steps: 300)
      #expect(abs(near.last[0] - Landscape.cosineWave.minima[2][0]) < 1e-12)
    }

    @Test(
      "at η = 2/(L + μ) each step leaves (κ − 1)/(κ + 1) of the distance, however axes are turned",
      arguments: [2.0, 10, 100], [0, 0.3, Double.pi / 4])
    func conditioning(condition: Double, angle: Double) {
      let bowl = Landscape.quadratic(conditionNumber: condition, rotatedBy: angle)
      let rate = 2 / (condition + 1)
      let run = descend(bowl, from: [3, -4], using: SGD(learningRate: rate), steps: 50)
      let factor = (condition - 1) / (condition + 1)
      for (step, point) in run.points.enumerated() {
        let distance = (point[0] * point[0] + point[1] * point[1]).squareRoot()
        let expected = 5 * GradientDescent.pow(factor, Double(step))
        #expect(abs(distance - expected) < 1e-12 * 5)
        #expect(abs(distance / expected - 1) < 1e-6)
      }
    }

    @Test("gradient descent settles below η = 2/L, swings for ever at it and diverges above")
    func divergence() {
      let bowl = Landscape.quadratic(conditionNumber: 8)
      let size = { (rate: Double) in
        abs(descend(bowl, from: [0, 1], using: SGD(learningRate: rate), steps: 1000).last[1])
      }
      #expect(size(0.249) < 1e-3)
      #expect(size(0.25) == 1)
      #expect(size(0.251) > 1e3)
    }

    @Test("on the worst quadratic of 201 variables, 100 steps at 1/L leave 9.32e-3")
    func worstCase() {
      let function = Landscape.worstCase(dimension: 201)
      let start = Array(repeating: 0.0, count: 201)
      let run = descend(function, from: start, using: SGD(learningRate: 1), steps: 100)
      #expect(abs(run.lastValue - function(function.minima[0]) - 9.3237192677e-3) < 1e-12)
      // A gradient carries news by one variable a step.
      #expect(run.last[99] > 0 && run.last[100] == 0)
    }
  }
}
