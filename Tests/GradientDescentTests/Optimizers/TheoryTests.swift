import Testing

@testable import GradientDescent

extension EngineTests {
  /// What theory says about optimizers, on ½Σ λᵢxᵢ².
  @Suite struct OptimizerTheoryTests {
    static func quadratic(_ eigenvalues: [Double], _ x: NDArray) -> NDArray {
      (x.square() * NDArray(eigenvalues, dtype: .float64)).sum() / 2
    }

    static func way(
      _ eigenvalues: [Double], from start: [Double], _ rule: any Optimizer, _ steps: Int
    ) -> [[Double]] {
      Descent(from: start, rule) { quadratic(eigenvalues, $0) }.trajectory(steps)
    }

    @Test("momentum is stable for 0 < ηλ < 2 + 2β", arguments: [0, 0.3, 0.5, 0.9])
    func stability(beta: Double) {
      for (share, isStable) in [(0.98, true), (1.02, false)] {
        let rule = SGD(learningRate: share * (2 + 2 * beta) / 4, momentum: beta)
        let way = OptimizerTheoryTests.way([4], from: [1], rule, 2000)
        #expect((abs(way[2000][0]) < 1e-3) == isStable)
        #expect((abs(way[2000][0]) > 1e3) == !isStable)
      }
    }

    @Test("the best momentum shrinks the error by √β* a step, with a factor t at the double root")
    func bestMomentum() {
      let (small, large) = (1.0, 100.0)
      let ratio = (large / small).squareRoot()
      let root = (ratio - 1) / (ratio + 1)
      let rate =
        4 / ((large.squareRoot() + small.squareRoot()) * (large.squareRoot() + small.squareRoot()))
      let way = OptimizerTheoryTests.way(
        [small, large], from: [1, 1], SGD(learningRate: rate, momentum: root * root), 200)
      // With the double root r, x_t = (1 + ct)·rᵗ; c from the first step.
      for (axis, sign) in [(0, 1.0), (1, -1.0)] {
        let c = way[1][axis] / (sign * root) - 1
        var power = 1.0
        for (t, point) in way.enumerated() {
          #expect(abs(point[axis] - (1 + c * Double(t)) * power) <= 1e-7 * abs(point[axis]) + 1e-12)
          power *= sign * root
        }
      }
      for other in [root * root - 0.05, root * root + 0.05] {
        let worse = OptimizerTheoryTests.way(
          [small, large], from: [1, 1], SGD(learningRate: rate, momentum: other), 200)
        #expect(abs(worse[200].map(abs).max() ?? 0) > abs(way[200].map(abs).max() ?? 1))
      }
    }

    @Test("heavy ball runs in a cycle of three on the function made for it")
    func cycle() {
      // f' = 25x below 1, x + 24 up to 2, 25x − 24 above: strongly convex, with slopes from 1 to 25.
      let slope = { (x: Double) -> Double in
        x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24
      }
      let parameter = Parameter(name: "x")
      parameter.data = NDArray([3.3], dtype: .float64)
      let trainer = Trainer([parameter], SGD(learningRate: 1 / 9, momentum: 4 / 9))
      var way: [Double] = []
      for _ in 0..<300 {
        let rise = slope(parameter.data.elements[0])
        record { (parameter.data * rise).sum() }.backward()
        trainer.step(1)
        way.append(parameter.data.elements[0])
      }
      let cycle = [792.0 / 1225, -2208.0 / 1225, 2592.0 / 1225]
      let first = way.suffix(3).enumerated().min {
        abs($0.element - cycle[0]) < abs($1.element - cycle[0])
      }
      for k in 0..<3 {
        #expect(abs(way[297 + ((first?.offset ?? 0) + k) % 3] - cycle[k]) < 1e-9)
      }
    }

    @Test("RMSprop's first step is η/√(1 − α) long, whatever the gradient", arguments: [0.9, 0.99])
    func rmsprop(alpha: Double) {
      for start in [1e3, 1, -1e-3] {
        let rule = RMSprop(learningRate: 0.01, alpha: alpha, epsilon: 0)
        let way = OptimizerTheoryTests.way([1], from: [start], rule, 1)
        let length = (start < 0 ? -1 : 1) * 0.01 / (1 - alpha).squareRoot()
        #expect(abs(way[0][0] - way[1][0] - length) < 1e-12)
      }
    }

    @Test("Adam's first step is η·sign(g)")
    func adam() {
      let rule = Adam(learningRate: 0.01, epsilon: 0)
      let way = OptimizerTheoryTests.way([1, 7, 100], from: [30, -2, 1e-3], rule, 1)
      for (axis, length) in [0.01, -0.01, 0.01].enumerated() {
        #expect(abs(way[0][axis] - way[1][axis] - length) < 1e-12)
      }
    }

    @Test("where Adam climbs to +1, AMSGrad goes to −1")
    func amsgrad() {
      // Each third slope is 1010, the others −10: on the whole the function rises with x.
      for (amsgrad, end) in [(false, 1.0), (true, -1.0)] {
        let parameter = Parameter(name: "x")
        parameter.data = NDArray([0], dtype: .float64)
        let rule = Adam(
          learningRate: 0.5, betas: (0, 1 / (1 + 101.0 * 101)), epsilon: 1e-8, amsgrad: amsgrad)
        let trainer = Trainer([parameter], rule)
        for step in 1...3000 {
          trainer.learningRate = 0.5 / Double(step).squareRoot()
          let slope: Double = step % 3 == 1 ? 1010 : -10
          record { (parameter.data * slope).sum() }.backward()
          trainer.step(1)
          parameter.data = NDArray([min(max(parameter.data.elements[0], -1), 1)], dtype: .float64)
        }
        #expect(abs(parameter.data.elements[0] - end) < 0.05, "\(parameter.data)")
      }
    }

    @Test("Nesterov's method is faster on the worst quadratic: 1.98e-3 against 9.32e-3")
    func nesterov() {
      for (rule, gap) in [
        (SGD(learningRate: 1) as any Optimizer, 9.32e-3),
        (AcceleratedGradient(learningRate: 1), 1.98e-3),
      ] {
        let end = WorstQuadratic.descend(201, rule, steps: 100)
        #expect(abs(WorstQuadratic.gap(end) - gap) < 0.005e-3, "\(WorstQuadratic.gap(end))")
      }
    }

    @Test("a restart, by hand or by itself, ends the overshooting")
    func restart() {
      let eigenvalues = [1, 1e-3]
      let size = { (rule: any Optimizer, when: Int) -> Double in
        let descent = Descent(from: [1, 1], rule) {
          OptimizerTheoryTests.quadratic(eigenvalues, $0)
        }
        for step in 1...400 {
          descent.step()
          if step == when { (rule as? AcceleratedGradient)?.restart() }
        }
        return descent.numbers.map(abs).max() ?? 0
      }
      let never = size(AcceleratedGradient(learningRate: 1), 0)
      let byHand = size(AcceleratedGradient(learningRate: 1), 110)
      let byItself = size(AcceleratedGradient(learningRate: 1, restarts: true), 0)
      #expect(byHand < never / 2, "\(byHand), \(never)")
      #expect(byItself < never / 2, "\(byItself), \(never)")
    }

    @Test("the three forms of Nesterov's momentum are one")
    func threeForms() {
      let (rate, mu) = (0.03, 0.8)
      let slopes = [1.0, 20]
      let way = OptimizerTheoryTests.way(
        slopes, from: [3, -2], SGD(learningRate: rate, momentum: mu, nesterov: true), 30)
      for (axis, slope) in slopes.enumerated() {
        // Look-ahead: v ← μv − ηf'(x + μv), x ← x + v; the optimizer holds x + μv.
        var (x, v) = (way[0][axis], 0.0)
        // Two sequences: x′ = y − ηf'(y), y ← x′ + μ(x′ − x).
        var (y, last) = (way[0][axis], way[0][axis])
        for point in way {
          #expect(abs(point[axis] - (x + mu * v)) < 1e-12)
          #expect(abs(point[axis] - y) < 1e-12)
          v = mu * v - rate * slope * (x + mu * v)
          x += v
          let next = y - rate * slope * y
          (y, last) = (next + mu * (next - last), next)
        }
      }
    }
  }
}

/// ¼(½(x₁² + Σ(xᵢ − xᵢ₊₁)² + xₙ²) − x₁): slopes that change by at most 1, and the slowest descent.
/// - Source: Nesterov, Introductory lectures on convex optimization, section 2.1.2
private enum WorstQuadratic {
  static func descend(_ n: Int, _ rule: any Optimizer, steps: Int) -> [Double] {
    let parameter = Parameter(name: "x")
    parameter.data = .zeros([n], dtype: .float64)
    let trainer = Trainer([parameter], rule)
    for _ in 0..<steps {
      let gradient = NDArray(slope(parameter.data.elements), dtype: .float64)
      record { (parameter.data * gradient).sum() }.backward()
      trainer.step(1)
    }
    return parameter.data.elements
  }

  static func slope(_ x: [Double]) -> [Double] {
    x.indices.map { i in
      let (left, right) = (i > 0 ? x[i - 1] : 0, i + 1 < x.count ? x[i + 1] : 0)
      return (2 * x[i] - left - right - (i == 0 ? 1 : 0)) / 4
    }
  }

  /// f(x) − f*, where f* = −⅛(1 − 1/(n + 1)).
  static func gap(_ x: [Double]) -> Double {
    var sum = x[0] * x[0] + x[x.count - 1] * x[x.count - 1]
    for i in 1..<x.count { sum += (x[i - 1] - x[i]) * (x[i - 1] - x[i]) }
    return (sum / 2 - x[0]) / 4 + (1 - 1 / Double(x.count + 1)) / 8
  }
}
