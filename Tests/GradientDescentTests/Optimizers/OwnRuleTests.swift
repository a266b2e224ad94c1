import Testing

@testable import GradientDescent

extension EngineTests {
  /// Rules of one's own, written as their documentation and habit say.
  @Suite struct OwnRuleTests {
    final class Plain: Optimizer {
      var learningRate = 0.1

      func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
        values = values - learningRate * gradient
      }
    }

    final class Half: Optimizer {
      var learningRate = 0.1

      func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
        if index == 0 {
          values = values - learningRate * gradient
        } else {
          values.add(gradient, times: -learningRate)
        }
      }
    }

    @Test("a rule that assigns new values descends as SGD does")
    func descends() {
      let run = descend(from: [1, 2], using: Plain(), steps: 5) { x, y in x * x + 3 * y * y }
      let expected = descend(from: [1, 2], using: SGD(learningRate: 0.1), steps: 5) { x, y in
        x * x + 3 * y * y
      }
      #expect(disagreements(run.last, expected.last, within: 1e-15) == [])
    }

    @Test("a rule that assigns some parameters trains all of them")
    func trains() {
      func losses(_ rule: any Optimizer) -> [Double] {
        var random = RandomGenerator(seed: 1)
        let net = Dense(1)
        net.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
        let trainer = Trainer(net.parameters, rule)
        return (0..<4).map { _ in
          let loss = record {
            L2Loss()(net(.ones([4, 2], dtype: .float64)), .ones([4], dtype: .float64))
          }
          loss.backward()
          trainer.step(4)
          return loss.mean().item()
        }
      }
      let expected = losses(SGD(learningRate: 0.1))
      #expect(expected[3] < expected[0] / 2)
      #expect(disagreements(losses(Plain()), expected, within: 1e-14) == [])
      #expect(disagreements(losses(Half()), expected, within: 1e-14) == [])
    }

    @Test("values of another shape are refused")
    func shape() async throws {
      final class Wrong: Optimizer {
        var learningRate = 0.1
        func update(_ values: inout NDArray, gradient: NDArray, index: Int) { values = [1, 2, 3] }
      }
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = descend(from: 1, using: Wrong(), steps: 2) { $0.square() } }
      #expect(
        try FaultTests.message(result).contains(
          "update: point became a float32 array of shape [3]; a rule keeps the float64 and the shape []"
        ))
    }
  }
}
