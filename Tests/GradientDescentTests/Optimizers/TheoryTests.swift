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

    @Test("Nesterov's momentum is faster on the worst quadratic: 1.98e-3 against 9.32e-3")
    func nesterov() {
      let (n, k) = (201, 100)
      let mask = { (row: Int, value: Double) in (0..<n).map { $0 == row ? value : 0 } }
      var differences: [Double] = mask(0, 1)
      for row in 0..<n - 1 { differences += zip(mask(row, 1), mask(row + 1, -1)).map { $0 + $1 } }
      differences += mask(n - 1, 1)
      let matrix = NDArray(differences, shape: [n + 1, n], dtype: .float64)
      let end = NDArray(mask(0, 1), dtype: .float64)
      // ¼(½‖Dx‖² − x₁), whose slopes are at most 1; its minimum is −⅛(1 − 1/(n + 1)).
      let loss = { (x: NDArray) in (matrix.matmul(x).square().sum() / 2 - (x * end).sum()) / 4 }
      let minimum = -(1 - 1 / Double(n + 1)) / 8
      var gaps: [Double] = []
      for isFast in [false, true] {
        let rule =
          isFast
          ? SGD(learningRate: 1, momentum: 0.5, nesterov: true) : SGD(learningRate: 1)
        let descent = Descent(from: [Double](repeating: 0, count: n), rule, loss: loss)
        for step in 1...k {
          // y + (k − 1)/(k + 2)·(y − y before) is PyTorch's form with this μ for the next step.
          if isFast { rule.momentum = Double(step - 1) / Double(step + 2) }
          descent.step()
        }
        gaps.append(loss(descent.parameters[0].data).item() - minimum)
      }
      #expect(abs(gaps[0] - 9.32e-3) < 0.005e-3, "\(gaps)")
      #expect(abs(gaps[1] - 1.98e-3) < 0.005e-3, "\(gaps)")
    }
  }
}
