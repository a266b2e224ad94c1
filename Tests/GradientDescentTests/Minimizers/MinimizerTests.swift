import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct MinimizerTests {
    /// Rosenbrock's function with its Hessian.
    static func rosenbrock() -> SmoothFunction {
      SmoothFunction(
        hessian: { p in
          [[1200 * p[0] * p[0] - 400 * p[1] + 2, -400 * p[0]], [-400 * p[0], 200]]
        }
      ) { p in
        let (a, b) = (p[1] - p[0] * p[0], 1 - p[0])
        return (100 * a * a + b * b, [-400 * p[0] * a - 2 * b, 200 * a])
      }
    }

    /// ½Σ λᵢxᵢ²
    static func quadratic(_ eigenvalues: [Double]) -> SmoothFunction {
      SmoothFunction { x in
        let gradient = zip(eigenvalues, x).map { $0 * $1 }
        return (zip(gradient, x).map { $0 * $1 }.reduce(0, +) / 2, gradient)
      }
    }

    @Test("Newton's method on Rosenbrock's function takes the five famous values")
    func newton() {
      let points = minimize(
        MinimizerTests.rosenbrock(), from: [-1.2, 1], using: Newton(), steps: 5)
      let values = [24.2, 4.7319, 1411.8, 0.05597, 0.3132, 1.9e-11]
      for (point, value) in zip(points, values) {
        #expect(abs(point.value - value) <= 0.03 * value * (value < 1e-3 ? 1 : 1e-2))
      }
      #expect(points.count == values.count)
    }

    @Test("Armijo's search takes 10,916 steps down Rosenbrock's valley, damped Newton 21")
    func races() {
      let search = Backtracking(shrink: 0.5, sufficientDecrease: 1e-4)
      let slow = minimize(
        MinimizerTests.rosenbrock(), from: [-1.2, 1], using: SteepestDescent(lineSearch: search),
        steps: 20_000, tolerance: 1e-5)
      #expect(slow.count - 1 == 10_916)
      let fast = minimize(
        MinimizerTests.rosenbrock(), from: [-1.2, 1], using: Newton(lineSearch: search),
        steps: 100, tolerance: 1e-5)
      #expect(fast.count - 1 == 21)
    }

    @Test("damped Newton leaves a saddle that bare Newton goes to")
    func saddle() {
      // x⁴/4 − x²/2 + y²/2: a saddle at 0, minima at x = ±1.
      let function = SmoothFunction(
        hessian: { p in [[3 * p[0] * p[0] - 1, 0], [0, 1]] }
      ) { p in
        let square = p[0] * p[0]
        return (
          square * square / 4 - square / 2 + p[1] * p[1] / 2, [p[0] * square - p[0], p[1]]
        )
      }
      let bare = minimize(function, from: [0.1, 1], using: Newton(), steps: 20)
      #expect(abs(bare[bare.count - 1].position[0]) < 1e-12)
      let damped = minimize(
        function, from: [0.1, 1], using: Newton(lineSearch: Backtracking()), steps: 50,
        tolerance: 1e-10)
      #expect(abs(damped[damped.count - 1].position[0] - 1) < 1e-9)
      #expect(damped.count < 20)
    }

    @Test("a larger damping makes Newton's step a short gradient step")
    func damping() {
      let point = minimize(
        MinimizerTests.rosenbrock(), from: [-1.2, 1], using: Newton(damping: 1e9), steps: 1)
      for (end, (start, slope)) in zip(
        point[1].position, zip(point[0].position, point[0].gradient))
      {
        #expect(abs((end - start) * 1e9 + slope) < 1e-3 * abs(slope))
      }
    }

    @Test("exact line search from (γ, 1) zigzags as theory says", arguments: [2.0, 10, 100])
    func zigzag(ratio: Double) {
      let points = minimize(
        MinimizerTests.quadratic([1, ratio]), from: [ratio, 1],
        using: SteepestDescent(lineSearch: ExactLineSearch()), steps: 20)
      var factor = 1.0
      for (step, point) in points.enumerated() {
        #expect(abs(point.position[0] - ratio * factor) <= 1e-10 * ratio * factor)
        let side: Double = step % 2 == 0 ? 1 : -1
        #expect(abs(point.position[1] - side * factor) <= 1e-9 * factor)
        factor *= (ratio - 1) / (ratio + 1)
      }
    }

    @Test(
      "conjugate gradients end after as many steps as there are distinct eigenvalues",
      arguments: 1...5)
    func conjugateGradients(distinct: Int) {
      let random = RandomGenerator(seed: 11)
      let eigenvalues = (0..<30).map { Double($0 % distinct * 7 + 1) }
      let right = random.normals(30)
      let (points, residuals) = solveByConjugateGradients(right) { v in
        zip(eigenvalues, v).map { $0 * $1 }
      }
      #expect(points.count - 1 == distinct)
      #expect(residuals[distinct] < 1e-12 * residuals[0])
      if distinct > 1 { #expect(residuals[distinct - 1] > 1e-3 * residuals[0]) }
      for (x, (b, value)) in zip(points[distinct], zip(right, eigenvalues)) {
        #expect(abs(x - b / value) < 1e-12)
      }
      let start = random.normals(30)
      for formula in [ConjugateGradientFormula.fletcherReeves, .polakRibiere] {
        let way = minimize(
          MinimizerTests.quadratic(eigenvalues), from: start,
          using: ConjugateGradient(formula, lineSearch: ExactLineSearch()), steps: distinct)
        #expect(way[distinct].gradientNorm < 1e-11 * way[0].gradientNorm)
      }
    }

    @Test(
      "nonlinear conjugate gradients reach Rosenbrock's minimum",
      arguments: [ConjugateGradientFormula.fletcherReeves, .polakRibiere])
    func valley(formula: ConjugateGradientFormula) {
      let way = minimize(
        MinimizerTests.rosenbrock(), from: [-1.2, 1], using: ConjugateGradient(formula),
        steps: 300, tolerance: 1e-8)
      #expect(way[way.count - 1].gradientNorm <= 1e-8)
      #expect(way.count < 200)
      for (before, after) in zip(way, way.dropFirst()) { #expect(after.value < before.value) }
    }

    @Test("a strong-Wolfe step keeps both conditions", arguments: [0.1, 0.5, 0.9])
    func strongWolfe(curvature: Double) {
      let function = MinimizerTests.rosenbrock()
      let search = StrongWolfe(sufficientDecrease: 1e-3, curvature: curvature)
      for first in [1e-6, 1e-3, 1, 100] {
        for start in [[-1.2, 1], [2, 2], [0.5, -1]] {
          let point = function.evaluate(start)
          let direction = point.gradient.map { -$0 }
          let slope = -Vector.dot(direction, direction)
          let (step, end) = search.search(function, from: point, along: direction, first: first)
          #expect(step > 0)
          #expect(end.value <= point.value + 1e-3 * step * slope)
          #expect(abs(Vector.dot(end.gradient, direction)) <= -curvature * slope)
        }
      }
    }

    /// A line on which the function is told at the steps 0 and 1 and at the two that the search tries
    /// after them; nan at any other.
    private func bracket(second: (Double, Double), third: (Double, Double)) -> WolfeSearch.Bracket {
      let function = SmoothFunction { x in
        switch x[0] {
        case 0: (0, [-1])
        case 1: (-0.9, [-0.95])
        // The cubic through these two has no minimum: the middle of 1.01 and 10.
        case 5.505: (second.0, [second.1])
        default: (third.0, [third.1])
        }
      }
      let rule = StrongWolfe(sufficientDecrease: 1e-4, curvature: 0.5)
      var search = WolfeSearch(rule, function, function.evaluate([0]), [1], 25)
      return search.bracket(from: 1)
    }

    @Test("the second step is taken although it is no lower than the first, if it is flat enough")
    func secondStep() {
      let found = bracket(second: (-0.8, 0.1), third: (.nan, .nan))
      #expect(found.isDone && found.low.step == 5.505)
    }

    @Test("a third step that is no lower than the second closes the bracket, even if it is flat")
    func thirdStep() {
      let closed = bracket(second: (-3, -0.9), third: (-3, 0.1))
      #expect(!closed.isDone && closed.low.step == 5.505 && closed.high.step > 5.505)
    }

    @Test("Armijo's search takes the first of its steps that falls enough")
    func backtracking() {
      let function = SmoothFunction { x in (x[0] * x[0], [2 * x[0]]) }
      let search = Backtracking(shrink: 0.5, sufficientDecrease: 0.25)
      let (step, end) = search.search(
        function, from: function.evaluate([1]), along: [-2], first: 4)
      // (1 − 2t)² ≤ 1 − t holds from t = ¾ down.
      #expect(step == 0.5 && end.position == [0])
      #expect(function.evaluations == 5)
    }

    @Test("Armijo's search shrinks its step as often as it may, then stays where it is")
    func attempts() {
      let function = SmoothFunction { x in (x[0] * x[0], [2 * x[0]]) }
      let start = function.evaluate([1])
      let steps = [1, 2].map { attempts in
        Backtracking(shrink: 0.5, sufficientDecrease: 0.25, attempts: attempts)
          .search(function, from: start, along: [-2], first: 2).step
      }
      #expect(steps == [0, 0.5])
    }

    @Test("where nothing falls, a search stays where it is")
    func noFall() {
      let function = SmoothFunction { _ in (.nan, [1]) }
      let start = function.evaluate([3])
      let (step, end) = Backtracking().search(function, from: start, along: [-1], first: 1)
      #expect(step == 0 && end.position == [3])
    }

    @Test("a formula over arrays brings its own gradient")
    func formula() {
      let function = SmoothFunction(
        hessian: { _ in NDArray([0.2, 0, 0, 4], shape: [2, 2], dtype: .float64) },
        of: Slope.bowl)
      let way = minimize(function, from: [-5, -2], using: Newton(), steps: 1)
      #expect(way[0].gradient == [-1, -8])
      #expect(way[1].gradientNorm < 1e-14)
    }

    @Test("linear systems are solved, also where pivots have to be exchanged")
    func linearSystem() {
      let solution = LinearSystem.solve([[0, 2, 1], [1, 0, 0], [3, 0, -2]], [7, 1, -3])
      for (ours, theirs) in zip(solution, [1, 2, 3.0]) { #expect(abs(ours - theirs) < 1e-14) }
      #expect(
        LinearSystem.solvePositive([[4, 2], [2, 3]], [8, 8])?.map { $0.rounded() } == [1, 2])
      #expect(LinearSystem.solvePositive([[1, 2], [2, 1]], [1, 1]) == nil)
    }
  }
}
