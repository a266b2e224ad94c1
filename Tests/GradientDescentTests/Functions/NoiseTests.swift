import Testing

@testable import GradientDescent

extension EngineTests {
  /// What theory says about stochastic gradient descent on the seed's data: y = x · w + b +
  /// σ·noise, d = 3 parameters, N = 1,000 examples, σ = .01.
  @Suite struct NoiseTests {
    /// A data set of the seed's kind in float64, with a loss for every θ = (w₀, w₁, b).
    struct Regression {
      let dataset: ArrayDataset
      let rows: NDArray

      init(seed: UInt64) {
        var random = RandomGenerator(seed: seed)
        dataset = ArrayDataset.linearRegression(1000, dtype: .float64, using: &random)
        rows = NoiseTests.withOnes(dataset.data)
      }

      func loss(_ theta: NDArray) -> NDArray {
        L2Loss()(rows.matmul(theta), dataset.labels).mean()
      }

      /// The least loss and where it is; the curvature is near 1, so that η = 1 gets there fast.
      func minimum() -> (value: Double, theta: [Double]) {
        let run = descend(from: [0, 0, 0], using: SGD(learningRate: 1), steps: 25) { loss($0) }
        return (run.lastValue, run.last)
      }
    }

    /// The features with a column of ones for the bias.
    static func withOnes(_ x: NDArray) -> NDArray {
      NDArray.concatenate([x, .ones([x.shape[0], 1], dtype: x.dtype)], axis: 1)
    }

    @Test("fitting d parameters takes d/N of the noise: the floor is σ²/2·(1 − 3/1000) = 4.985e-5")
    func floor() {
      let truth = NDArray([2, -3.4, 4.2], dtype: .float64)
      let data = (1...30).map { Regression(seed: $0) }
      let floors = data.map { $0.minimum().value }
      let shares = zip(floors, data).map { $0 / $1.loss(truth).item() }
      // Standard errors: 4.4e-4 and 4.1e-7.
      #expect(abs(NoiseTests.mean(shares) - 0.997) < 1.3e-3)
      #expect(abs(NoiseTests.mean(floors) - 4.985e-5) < 1.2e-6)
    }

    @Test("at η = .1 and B = 10 the noise lifts the loss by 8.04e-7, near ησ²d/(4B)")
    func excess() {
      let shares = (1...3).map { seed in
        NoiseTests.excessShare(
          Regression(seed: seed), steps: 3_000, RandomGenerator(seed: 100 + seed))
      }
      // Standard error 3.3%.
      #expect(abs(NoiseTests.mean(shares) / (8.04e-7 / 4.985e-5) - 1) < 0.1)
    }

    /// The mean of L(θ) − min L over a run with replacement, as a share of min L.
    static func excessShare(_ data: Regression, steps: Int, _ random: any RandomSource) -> Double {
      let batches = DataLoader(
        ArrayDataset(data.rows, data.dataset.labels), batchSize: 10,
        sampler: .withReplacement(draws: 10 * steps, using: random))
      var theta = NDArray([2, -3.4, 4.2], dtype: .float64)
      theta.attachGradient()
      var way: [[Double]] = []
      let rule = SGD(learningRate: 0.1)
      for (rows, labels) in batches {
        record { L2Loss()(rows.matmul(theta), labels).mean() }.backward()
        if let gradient = theta.gradient { rule.update(&theta, gradient: gradient, index: 0) }
        way.append(theta.elements)
      }
      let (floor, best) = data.minimum()
      let curvature = NoiseTests.curvature(data.rows)
      return mean(way.dropFirst(100).map { rise(curvature, from: best, to: $0) }) / floor
    }

    /// H = XᵀX/N, row by row.
    static func curvature(_ rows: NDArray) -> [Double] {
      let (x, n) = (rows.elements, rows.shape[0])
      var h = Array(repeating: 0.0, count: 9)
      for row in 0..<n {
        for i in 0..<3 { for j in 0..<3 { h[3 * i + j] += x[3 * row + i] * x[3 * row + j] } }
      }
      return h.map { $0 / Double(n) }
    }

    /// L(θ) − min L = ½(θ − θ*)ᵀH(θ − θ*)
    static func rise(_ h: [Double], from best: [Double], to theta: [Double]) -> Double {
      let d = (0..<3).map { theta[$0] - best[$0] }
      var sum = 0.0
      for i in 0..<3 { for j in 0..<3 { sum += d[i] * h[3 * i + j] * d[j] / 2 } }
      return sum
    }

    static func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
  }
}
