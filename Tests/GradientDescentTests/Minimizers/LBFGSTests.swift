import Testing

@testable import GradientDescent

extension EngineTests {
  /// Runs of PyTorch's `LBFGS`; see schedules.py.
  @Suite struct LBFGSTests {
    struct Run: Decodable {
      let losses: [Double]
      let points: [[Double]]
      let evaluations: [Int]
    }

    struct Setting: CustomTestStringConvertible, Sendable {
      let name: String
      let start: [Double]
      /// Whether evaluations are counted as PyTorch does, which spares the last one without a search.
      let searches: Bool
      let make: @Sendable () -> LBFGS
      var testDescription: String { name }
    }

    static let valley = [-1.2, 1]
    static let bowl: [Double] = [3, -1, 2, 0, 1]

    static let settings = [
      Setting(name: "rosenbrock wolfe", start: valley, searches: true) {
        LBFGS(iterations: 4, lineSearch: StrongWolfe())
      },
      Setting(name: "rosenbrock wolfe history 3", start: valley, searches: true) {
        LBFGS(historySize: 3, lineSearch: StrongWolfe())
      },
      Setting(name: "rosenbrock wolfe single", start: valley, searches: true) {
        LBFGS(iterations: 1, evaluations: 25, lineSearch: StrongWolfe())
      },
      Setting(name: "quadratic fixed", start: bowl, searches: false) { LBFGS(iterations: 3) },
      Setting(name: "quadratic fixed slow", start: bowl, searches: false) {
        LBFGS(learningRate: 0.3, iterations: 2)
      },
      Setting(name: "quadratic wolfe", start: bowl, searches: true) {
        LBFGS(learningRate: 0.7, iterations: 3, lineSearch: StrongWolfe())
      },
    ]

    static func loss(_ p: NDArray) -> NDArray {
      if p.count == 2 { return Slope.rosenbrock(p) }
      return ((p - 0.5).square() * NDArray([1, 2, 3, 4, 5], dtype: p.dtype)).sum() / 2
    }

    @Test("each call goes where PyTorch's goes, with as many evaluations", arguments: settings)
    func calls(setting: Setting) throws {
      let runs: [String: Run] = try GoldenFile.load("lbfgs.json")
      #expect(runs.count == LBFGSTests.settings.count)
      let run = try #require(runs[setting.name])
      let parameter = Parameter(name: "x")
      parameter.data = NDArray(setting.start, dtype: .float64)
      let rule = setting.make()
      var evaluations = 0
      for call in run.points.indices {
        let loss = rule.step([parameter]) {
          evaluations += 1
          return LBFGSTests.loss(parameter.data)
        }
        #expect(abs(loss - run.losses[call]) <= 1e-8 * (run.losses[call] + 1e-6), "call \(call)")
        for (ours, theirs) in zip(parameter.data.elements, run.points[call]) {
          #expect(abs(ours - theirs) <= 1e-8 * abs(theirs), "call \(call): \(ours), \(theirs)")
        }
        if setting.searches { #expect(evaluations == run.evaluations[call], "call \(call)") }
      }
    }

    @Test("a small network is fitted in single precision, all of its parameters together")
    func network() {
      var random = RandomGenerator(seed: 5)
      let features = NDArray.normal([50, 2], using: &random)
      let labels = features.matmul([2, -3.4]) + 4.2
      let layer = Dense(1)
      layer.initialize(.normal(sigma: 1), using: &random)
      _ = layer(features)
      let rule = LBFGS(lineSearch: StrongWolfe())
      rule.step(layer.parameters) { L2Loss()(layer(features), labels).mean() }
      for (ours, theirs) in zip(layer.weight.data.elements, [2, -3.4]) {
        #expect(abs(ours - theirs) < 1e-5)
      }
      #expect(abs(layer.bias.data.elements[0] - 4.2) < 1e-5)
    }
  }
}
