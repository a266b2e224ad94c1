import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct RuleUseTests {
    /// A rule that meets others' parameters, by a name that can be handed to another process.
    enum Reuse: String, CaseIterable, Codable {
      case twoTrainers, twoDescents, ownRule, trainerAfterDescent, minimizeTwice, gradientsTwice
      case dimension, gradientsDimension

      var message: String {
        switch self {
        case .twoTrainers: "Trainer: Adam has been given to a trainer or a descent before"
        case .twoDescents: "descend: SGD has been given to a trainer or a descent before"
        case .ownRule: "descend: the rule has been given to a trainer or a descent before"
        case .trainerAfterDescent: "Trainer: SGD has been given to a trainer or a descent before"
        case .minimizeTwice: "minimize: LBFGS remembers the steps of an earlier descent"
        case .gradientsTwice:
          "minimize: ConjugateGradient remembers the steps of an earlier descent"
        case .dimension: "LBFGS: a point of 3 numbers after steps of 2; make a new rule"
        case .gradientsDimension: "ConjugateGradient: a point of 3 numbers after steps of 2"
        }
      }

      func make() {
        func twice(_ rule: any Optimizer) {
          for _ in 1...2 { _ = descend(from: 5, using: rule, steps: 3) { $0.square() } }
        }
        let bowl = SmoothFunction(of: { $0.square().sum() })
        func minimizeTwice(_ rule: any Minimizer) {
          for _ in 1...2 { _ = minimize(bowl, from: [1, 2], using: rule, steps: 2) }
        }
        func stepInOtherDimension(_ rule: any Minimizer) {
          _ = rule.step(bowl, from: bowl.evaluate([1, 2]))
          _ = rule.step(bowl, from: bowl.evaluate([1, 2, 3]))
        }
        switch self {
        case .twoTrainers:
          let rule = Adam()
          for _ in 1...2 { _ = Trainer([TrainerTests.parameter([0])], rule) }
        case .twoDescents: twice(SGD(learningRate: 0.1, momentum: 0.9))
        case .ownRule: twice(Plain())
        case .trainerAfterDescent:
          let rule = SGD(learningRate: 0.1)
          _ = descend(from: 5, using: rule, steps: 3) { $0.square() }
          _ = Trainer([TrainerTests.parameter([0])], rule)
        case .minimizeTwice: minimizeTwice(LBFGS())
        case .gradientsTwice: minimizeTwice(ConjugateGradient())
        case .dimension: stepInOtherDimension(LBFGS())
        case .gradientsDimension: stepInOtherDimension(ConjugateGradient())
        }
      }
    }

    @Test("a rule that meets other parameters is a fault", arguments: Reuse.allCases)
    func reuse(reuse: Reuse) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [reuse] in reuse.make() }
      #expect(try FaultTests.message(result).contains(reuse.message))
    }

    @Test("after reset() every rule starts afresh")
    func reset() {
      for (name, make) in OptimizerTable.rows {
        let rule = make(OptimizerSettings(numbers: ["lr": [0.1]]))
        func run() -> [Double] {
          descend(from: [1, -2], using: rule, steps: 5) { x, y in x * x + 2 * y * y }.last
        }
        let first = run()
        rule.reset()
        #expect(run() == first, "\(name)")
      }
      for rule in [LBFGS(iterations: 1), ConjugateGradient()] as [any Minimizer] {
        func run() -> [Double] {
          minimize(.rosenbrock, from: [-1.2, 1], using: rule, steps: 5)[5].position
        }
        let first = run()
        rule.reset()
        #expect(run() == first)
      }
    }

    @Test("rules that are gone are not remembered, rules of one function are many")
    func gone() {
      // A new rule may lie where an old one lay.
      for _ in 1...100 { _ = descend(from: 5, using: Adam(), steps: 1) { $0.square() } }
      let newton = Newton()
      for _ in 1...2 { _ = minimize(.rosenbrock, from: [-1.2, 1], using: newton, steps: 2) }
    }

    @Test("a rule is released with its trainer, as soon as there is another one")
    func released() {
      weak var first: Plain?
      do {
        let rule = Plain()
        first = rule
        _ = Trainer([TrainerTests.parameter([0])], rule)
      }
      _ = Trainer([TrainerTests.parameter([0])], Plain())
      #expect(first == nil)
    }

    @Test("a rule of one's own may assign the values, all of them or some")
    func assigning() throws {
      let run = descend(from: [1, 2], using: Plain(), steps: 3) { x, y in x * x + y * y }
      let known = descend(from: [1, 2], using: SGD(learningRate: 0.1), steps: 3) { x, y in
        x * x + y * y
      }
      #expect(run.points == known.points)
      for rule in [Plain(), Half()] as [any Optimizer] {
        let (w, b) = (TrainerTests.parameter([3, 4]), TrainerTests.parameter([2]))
        let trainer = Trainer([w, b], rule)
        for _ in 1...3 {
          record { w.data.square().sum() + b.data.square().sum() }.backward()
          trainer.step(1)
          #expect(w.gradient?.count == 2 && b.gradient?.count == 1)
        }
        // Each step leaves 1 − 2·0.1.
        for (found, start) in zip(w.data.elements + b.data.elements, [3.0, 4, 2]) {
          #expect(abs(found - start * 0.512) < 1e-12)
        }
      }
    }

    @Test("assigned values keep the way in which gradients are gathered")
    func accumulation() {
      let x = TrainerTests.parameter([0])
      x.accumulatesGradient = true
      let trainer = Trainer([x], Plain())
      record { x.data.sum() }.backward()
      trainer.step(1)
      #expect(x.accumulatesGradient)
      record { x.data.sum() }.backward()
      #expect(x.gradient?.elements == [2])
    }

    @Test("a rule that changes the shape is a fault that names the parameter")
    func otherShape() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = descend(from: [1, 2], using: Wrong(), steps: 1) { x, y in x * x + y * y } }
      #expect(
        try FaultTests.message(result).contains(
          "update: point became a float64 array of shape [1]; a rule keeps the float64 and the shape"
        ))
    }
  }
}

/// A rule of one's own, as the documentation of `Optimizer` shows it.
private final class Plain: Optimizer {
  var learningRate = 0.1
  func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    values = values - learningRate * gradient
  }
}

/// A rule that assigns one parameter and writes the other in place.
private final class Half: Optimizer {
  var learningRate = 0.1
  func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    if index == 0 {
      values = values - learningRate * gradient
    } else {
      values.add(gradient, times: -learningRate)
    }
  }
}

private final class Wrong: Optimizer {
  var learningRate = 0.1
  func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    values = NDArray([0], dtype: .float64)
  }
}
