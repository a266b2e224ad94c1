import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct ParameterGroupTests {
    /// A step of some parameters with a slope of 1 each.
    static func step(_ trainer: Trainer) {
      record { trainer.parameters.reduce(NDArray(0, dtype: .float64)) { $0 + $1.data.sum() } }
        .backward()
      trainer.step()
    }

    @Test("groups have rates of their own, which keep their ratio")
    func rates() {
      for transforms in [[], [GradientTransform.clipByValue(10)]] {
        let (a, b, c) = (
          TrainerTests.parameter([0]), TrainerTests.parameter([0]), TrainerTests.parameter([0])
        )
        let trainer = Trainer(
          [
            ParameterGroup([a], learningRate: 0.5), ParameterGroup([b], learningRate: 4),
            ParameterGroup([c]),
          ], SGD(learningRate: 1), transforms: transforms)
        ParameterGroupTests.step(trainer)
        #expect([a, b, c].map { $0.data.item() } == [-0.5, -4, -1])
        trainer.learningRate = 2
        ParameterGroupTests.step(trainer)
        #expect([a, b, c].map { $0.data.item() } == [-1.5, -12, -3])
        #expect(trainer.learningRate == 2)
      }
    }

    @Test("pairs of parameters and a rate are groups, and a schedule moves all")
    func pairs() {
      let (a, b) = (TrainerTests.parameter([0]), TrainerTests.parameter([0]))
      let trainer = Trainer(
        [([a], 0.25), ([b], 0.5)], SGD(learningRate: 1),
        schedule: .factor(.exponential(from: 1, factor: 0.5)))
      ParameterGroupTests.step(trainer)
      ParameterGroupTests.step(trainer)
      #expect([a, b].map { $0.data.item() } == [-0.375, -0.75])
    }

    @Test("groups have a weight decay of their own")
    func decays() {
      let (a, b) = (TrainerTests.parameter([1]), TrainerTests.parameter([1]))
      let rule = SGD(learningRate: 0.5, weightDecay: 1)
      let trainer = Trainer([ParameterGroup([a], weightDecay: 0), ParameterGroup([b])], rule)
      ParameterGroupTests.step(trainer)
      #expect([a, b].map { $0.data.item() } == [0.5, 0])
      #expect(rule.weightDecay == 1)
    }

    @Test("a parameter's own multiplier is part of every trainer's step")
    func multiplier() {
      for transforms in [[], [GradientTransform.clipByValue(10)]] {
        let (a, b) = (TrainerTests.parameter([0]), TrainerTests.parameter([0]))
        a.learningRateMultiplier = 0.25
        ParameterGroupTests.step(Trainer([a, b], SGD(learningRate: 1), transforms: transforms))
        #expect([a, b].map { $0.data.item() } == [-0.25, -1])
      }
    }

    @Test("a parameter that is given twice moves once")
    func twice() {
      let a = TrainerTests.parameter([0])
      let trainer = Trainer([a, a], SGD(learningRate: 1))
      #expect(trainer.parameters.count == 1)
      ParameterGroupTests.step(trainer)
      #expect(a.data.item() == -1)
    }

    enum Mistake: String, CaseIterable, Codable {
      case twoGroups, zeroRate, noDecay

      var message: String {
        switch self {
        case .twoGroups: "Trainer: Dense.weight is in two groups; it can have one learning rate"
        case .zeroRate: "Trainer: a group with the learning rate 0.1 beside SGD with 0"
        case .noDecay: "Lazy: the weight decay 0.1 for a rule that has none"
        }
      }

      func make() {
        let layer = Dense(1, inputs: 1)
        switch self {
        case .twoGroups:
          _ = Trainer([([layer.weight], 0.1), (layer.parameters, 1)], SGD(learningRate: 1))
        case .zeroRate: _ = Trainer([([layer.weight], 0.1)], SGD(learningRate: 0))
        case .noDecay:
          let x = TrainerTests.parameter([0])
          ParameterGroupTests.step(Trainer([ParameterGroup([x], weightDecay: 0.1)], Lazy()))
        }
      }
    }

    @Test("groups that make no sense are faults", arguments: Mistake.allCases)
    func mistakes(mistake: Mistake) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [mistake] in mistake.make() }
      #expect(try FaultTests.message(result).contains(mistake.message))
    }
  }
}

private final class Lazy: Optimizer {
  var learningRate = 1.0
  var name: String { "Lazy" }
  func update(_ values: inout NDArray, gradient: NDArray, index: Int) {}
}
