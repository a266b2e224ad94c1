import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct DescentTests {
    @Test("a descent in two variables keeps every iterate, its value and its slope")
    func twoVariables() {
      let run = descend(from: [-5, -2], using: SGD(learningRate: 0.4), steps: 20) { x, y in
        0.1 * x.square() + 2 * y.square()
      }
      #expect((run.count, run.steps) == (21, 20))
      #expect(run.points.count == 21 && run.values.count == 21 && run.gradients.count == 21)
      #expect(run.values[0] == 10.5)
      #expect(run.gradients[0] == [-1, -8])
      #expect(abs(run.points[1][0] - -4.6) < 1e-15)
      #expect(abs(run.points[1][1] - 1.2) < 1e-15)
      #expect(abs(run.last[0] - -5 * GradientDescent.pow(0.92, 20.0 as Double)) < 1e-14)
      #expect(abs(run.last[1] - -2 * GradientDescent.pow(-0.6, 20.0 as Double)) < 1e-14)
      #expect(run.lastValue == run.values[20])
      #expect(run.x == run.points.map { $0[0] })
      #expect(run.y == run.points.map { $0[1] })
      #expect(run[-1].step == 20 && run[0].point == [-5, -2])
      #expect(run[0].gradientNorm == 65.0.squareRoot())
      #expect(run.firstNonFinite == nil)
    }

    @Test("a descent goes in one variable, in many, and over a matrix")
    func otherShapes() {
      let one = descend(from: 10, using: SGD(learningRate: 0.25), steps: 2) { $0.square() }
      #expect(one.x == [10, 5, 2.5])
      let many = descend(from: [4, 8, -12], using: SGD(learningRate: 0.25), steps: 1) { x in
        x.square().sum()
      }
      #expect(many.last == [2, 4, -6])
      let start = NDArray([4, 8, -12, 0], shape: [2, 2])
      let matrix = descend(from: start, using: SGD(learningRate: 0.25), steps: 1) {
        ($0 * $0).sum()
      }
      #expect(matrix.last == [2, 4, -6, 0])
      #expect(start.elements == [4, 8, -12, 0])
    }

    @Test("a variable that the function does not depend on stays")
    func unused() {
      let run = descend(from: [3, 7], using: SGD(learningRate: 0.5), steps: 4) { x, _ in x * x }
      #expect(run.last == [0, 7])
      #expect(run.gradients[0] == [6, 0])
    }

    @Test("numbers are float64, an array keeps its own type")
    func types() {
      let third = 1.0 / 3
      let double = descend(from: third, using: SGD(learningRate: 0), steps: 0) { $0 * 1 }
      #expect(double.last == [third])
      let single = descend(from: NDArray(third), using: SGD(learningRate: 0), steps: 0) { $0 * 1 }
      #expect(single.last == [Double(Float(third))])
    }

    @Test("a descent that diverges goes on, and says where numbers ended")
    func divergence() {
      // |x| = 10·5ᵗ; x² is beyond the largest number from the 220th step on.
      let run = descend(from: 10, using: SGD(learningRate: 3), steps: 500) { $0.square() }
      #expect(run.steps == 500)
      #expect(run.firstNonFinite == 220)
      #expect(run.last[0].isNaN)
      #expect(run.values[219].isFinite && run.values[220] == .infinity)
    }

    @Test("a condition ends the descent at the first iterate that fulfils it")
    func stop() {
      let run = descend(
        .rosenbrock, from: [-1.2, 1], using: SGD(learningRate: 0.002), steps: 50_000,
        until: { $0.gradientNorm < 1e-2 })
      #expect(run.steps < 50_000)
      #expect(run[-1].gradientNorm < 1e-2)
      #expect(run[-2].gradientNorm >= 1e-2)
    }

    @Test("a schedule gives each step its rate, counted from 0")
    func schedule() {
      let run = descend(
        from: 8, using: SGD(learningRate: 9), steps: 3,
        learningRate: { step in [0.25, 0.5, 0.125][step] }
      ) { 2 * $0 }
      #expect(run.x == [8, 7.5, 6.5, 6.25])
    }

    @Test("each iterate calls the function once, so that noise in it is that iterate's")
    func calls() {
      let random = RandomGenerator(seed: 1)
      var drawn: [Double] = []
      let run = descend(from: 0, using: SGD(learningRate: 0.1), steps: 5) { x in
        drawn.append(random.normals(1)[0])
        return drawn[drawn.count - 1] * x
      }
      #expect(drawn.count == run.count)
      #expect(run.gradients.map { $0[0] } == drawn)
    }

    @Test("iterates and trajectories have a text, the lost ones too")
    func text() {
      let run = descend(from: [-5, -2], using: SGD(learningRate: 0.4), steps: 20) { x, y in
        0.1 * x.square() + 2 * y.square()
      }
      #expect(
        run.description
          == "20 steps from f(-5, -2) = 10.5 to f(-0.943467, -7.31232e-05) = 0.0890129")
      let lost = descend(from: 10, using: SGD(learningRate: 3), steps: 500) { $0.square() }
      #expect(lost[-1].description == "f(nan) = nan")
      #expect(lost[220].description.hasSuffix("= inf"))
      let long = descend(from: [1, 2, 3, 4, 5], using: SGD(learningRate: 0.5), steps: 1) { x in
        x.square().sum()
      }
      #expect(long.description == "1 step from f(1, 2, 3, …) = 55 to f(0, 0, 0, …) = 0")
    }

    @Test("the minimum that a descent of Himmelblau's function ends in depends on its start")
    func basins() {
      let starts: [[Double]] = [[1, 1], [-2, 2], [-3, -3], [3, -1]]
      for (start, minimum) in zip(starts, Landscape.himmelblau.minima) {
        let run = descend(.himmelblau, from: start, using: SGD(learningRate: 0.01), steps: 500)
        for (found, known) in zip(run.last, minimum) { #expect(abs(found - known) < 1e-12) }
      }
    }

    @Test("a descent toward the saddle point ends there; a hair beside the line, it leaves")
    func saddle() {
      let ridge = descend(.saddle, from: [1, 0], using: SGD(learningRate: 0.1), steps: 200)
      #expect(ridge.y.allSatisfy { $0 == 0 })
      #expect(abs(ridge.last[0]) < 1e-15)
      let beside = descend(.saddle, from: [1, 1e-10], using: SGD(learningRate: 0.1), steps: 200)
      #expect(abs(beside.last[1] / (1e-10 * GradientDescent.pow(1.2, 200.0 as Double)) - 1) < 1e-12)
      #expect(beside.lastValue < -1e10)
    }
  }
}
