import Testing

@testable import GradientDescent

extension EngineTests {
  /// Each optimizer's settings and what it says about bad ones.
  @Suite struct OptimizerSettingTests {
    /// A setting without sense, and what the fault has to say.
    static let bad: [(rule: String, options: [String: [Double]], message: String)] = [
      ("SGD", ["lr": [-1]], "SGD: the learning rate -1.0 is negative"),
      ("SGD", ["lr": [.nan]], "SGD: the learning rate nan is not a number"),
      ("SGD", ["momentum": [-0.1]], "SGD: the momentum -0.1 is negative"),
      ("SGD", ["weight_decay": [-2]], "SGD: the weight decay -2.0 is negative"),
      ("SGD", ["nesterov": [1]], "SGD: Nesterov's form with momentum 0.0"),
      ("Adagrad", ["lr": [-1]], "Adagrad: the learning rate -1.0 is negative"),
      ("Adagrad", ["eps": [-1e-3]], "Adagrad: the epsilon -0.001 is negative"),
      ("RMSprop", ["alpha": [1]], "RMSprop: alpha 1.0 is outside"),
      ("Adadelta", ["rho": [1.5]], "Adadelta: rho 1.5 is outside"),
      ("Adam", ["lr": [.nan]], "Adam: the learning rate nan is not a number"),
      ("Adam", ["betas": [1, 0.9]], "Adam: the first beta 1.0 is outside"),
      ("Adam", ["betas": [0.9, -0.1]], "Adam: the second beta -0.1 is outside"),
      ("AdamW", ["eps": [-1]], "AdamW: the epsilon -1.0 is negative"),
      ("Adamax", ["betas": [0.9, .nan]], "Adamax: the second beta nan is outside"),
      ("NAdam", ["momentum_decay": [-1]], "NAdam: the momentum's decay -1.0 is negative"),
      ("RAdam", ["weight_decay": [-1]], "RAdam: the weight decay -1.0 is negative"),
      ("Rprop", ["etas": [1.2, 0.5]], "Rprop: the factors 1.2 and 0.5"),
      ("ASGD", ["t0": [-1]], "ASGD: the t0 -1.0 is negative"),
      ("Lion", ["betas": [0.9, 1]], "Lion: the second beta 1.0 is outside"),
      ("AdaBelief", ["eps": [-1]], "AdaBelief: the epsilon -1.0 is negative"),
      ("Yogi", ["betas": [0.9, 1]], "Yogi: the second beta 1.0 is outside"),
      ("LAMB", ["weight_decay": [-1]], "LAMB: the weight decay -1.0 is negative"),
      ("Adafactor", ["d": [0.5]], "Adafactor: the threshold 0.5; expected at least 1"),
      ("Adafactor", ["beta2_decay": [0.8]], "Adafactor: the power 0.8 of the squares' decay"),
      ("Muon", ["momentum": [1]], "Muon: momentum 1.0 is outside"),
      ("Muon", ["ns_steps": [0]], "Muon: 0 Newton–Schulz steps"),
    ]

    @Test("bad settings are refused with the rule's name and the value", arguments: bad.indices)
    func refused(row: Int) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [row] in
        let (rule, options, _) = OptimizerSettingTests.bad[row]
        _ = OptimizerTable.rows[rule]?(OptimizerSettings(numbers: options))
      }
      #expect(try FaultTests.message(result).contains(OptimizerSettingTests.bad[row].message))
    }

    @Test("a learning rate of 0 moves nothing but is allowed")
    func zero() throws {
      for (name, make) in OptimizerTable.rows where name != "Rprop" {
        let settings = OptimizerSettings(numbers: ["lr": [0]])
        let descent = Descent([([1, 2, 3, 4], [2, 2])], make(settings)) {
          $0[0].data.square().sum()
        }
        #expect(descent.trajectory(2)[2] == [1, 2, 3, 4], "\(name)")
      }
    }

    @Test("a changed learning rate counts from the next step on")
    func changedRate() throws {
      for (name, make) in OptimizerTable.rows where name != "Rprop" {
        let descent = Descent(
          [([1, 2, 3, 4], [2, 2])], make(OptimizerSettings(numbers: ["lr": [0.01]]))
        ) { $0[0].data.square().sum() }
        descent.step()
        descent.trainer.learningRate = 0
        #expect(descent.trainer.learningRate == 0)
        let before = descent.numbers
        descent.step()
        #expect(descent.numbers == before, "\(name)")
      }
    }

    @Test("values read before a step stay what they were")
    func snapshots() throws {
      for (name, make) in OptimizerTable.rows {
        let descent = Descent(
          [([1, 2, 3, 4], [2, 2])], make(OptimizerSettings(numbers: ["lr": [0.1]]))
        ) { $0[0].data.square().sum() }
        let before = descent.parameters[0].data
        descent.step()
        #expect(before.elements == [1, 2, 3, 4], "\(name)")
        #expect(descent.numbers != [1, 2, 3, 4], "\(name)")
      }
    }

    @Test("averaged descent keeps the mean of its values from t₀ on")
    func average() throws {
      let rule = ASGD(learningRate: 0.1, lambda: 0, t0: 2)
      #expect(rule.average(0) == nil)
      let descent = Descent(from: [4], rule) { $0.square().sum() / 2 }
      let way = descent.trajectory(6).map { $0[0] }
      let mean = (way[4] + way[5] + way[6]) / 3
      let average = try #require(rule.average(0)?.elements[0])
      #expect(abs(average - mean) < 1e-12)
    }

    @Test("Muon's steps stretch nothing much, and vectors are left to the other rule")
    func muon() {
      var random = RandomGenerator(seed: 2)
      for shape in [[3, 5], [5, 3], [4, 4], [1, 6]] {
        let start = NDArray.normal(Shape(shape), dtype: .float64, using: &random)
        let descent = Descent(
          [(start.elements, shape), ([1], [1])],
          Muon(learningRate: 1, weightDecay: 0, others: SGD(learningRate: 0.25))
        ) { $0[0].data.square().sum() + $0[1].data.square().sum() }
        descent.step()
        let u = NDArray(
          zip(start.elements, descent.numbers).map { $0 - $1 }, shape: Shape(shape),
          dtype: .float64)
        // Σ σ² lies near the number of singular values, times rows/columns for tall ones.
        let square = u.square().sum().item() / max(1, Double(shape[0]) / Double(shape[1]))
        let count = Double(min(shape[0], shape[1]))
        #expect(square > 0.45 * count && square < 1.5 * count, "\(shape): \(square)")
        #expect(descent.numbers.last == 0.5)
      }
    }

    @Test("a gradient of another shape is refused")
    func shapes() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        var values = NDArray.ones([2, 3])
        Adam().update(&values, gradient: .ones([3, 2]), index: 0)
      }
      let message = try FaultTests.message(result)
      #expect(message.contains("Adam: a gradient of shape [3, 2] for values of shape [2, 3]"))
    }

    /// The numbers after some steps of a small regression.
    private func end(_ rule: any Optimizer) -> [Double] {
      descend(from: [1, -2], using: rule, steps: 7) { x, y in x * x + 3 * y * y + x * y }.last
    }

    @Test("a weight decay can be set later, as if it had been there from the beginning")
    func laterDecay() throws {
      for (name, make) in OptimizerTable.rows where name != "Rprop" {
        let rule = make(OptimizerSettings(numbers: ["lr": [0.1], "weight_decay": [0]]))
        if name == "AcceleratedGradient" {
          #expect(rule.weightDecay == 0)
          continue
        }
        rule.weightDecay = 0.25
        let known = make(OptimizerSettings(numbers: ["lr": [0.1], "weight_decay": [0.25]]))
        let later = end(rule)
        #expect(later == end(known), "\(name)")
        let without = make(OptimizerSettings(numbers: ["lr": [0.1], "weight_decay": [0]]))
        // Muon leaves vectors to another rule.
        #expect((later == end(without)) == (name == "Muon"), "\(name)")
      }
    }

    @Test("betas can be set later, as if they had been there from the beginning")
    func laterBetas() {
      let betas = (0.5, 0.75)
      func same<Rule: Optimizer>(
        _ rule: Rule, _ known: Rule, _ set: (Rule) -> Void
      ) {
        set(rule)
        #expect(end(rule) == end(known), "\(rule.name)")
      }
      same(Adam(), Adam(betas: betas)) { $0.betas = betas }
      same(AdamW(), AdamW(betas: betas)) { $0.betas = betas }
      same(Adamax(), Adamax(betas: betas)) { $0.betas = betas }
      same(NAdam(), NAdam(betas: betas)) { $0.betas = betas }
      same(RAdam(), RAdam(betas: betas)) { $0.betas = betas }
      same(Lion(), Lion(betas: betas)) { $0.betas = betas }
      same(AdaBelief(), AdaBelief(betas: betas)) { $0.betas = betas }
      same(Yogi(), Yogi(betas: betas)) { $0.betas = betas }
      same(LAMB(), LAMB(betas: betas)) { $0.betas = betas }
    }

    @Test("a setting without sense is refused later too", arguments: [0, 1])
    func laterNonsense(which: Int) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [which] in
        if which == 0 { Adam().betas = (1, 0.9) } else { SGD(learningRate: 1).weightDecay = -1 }
      }
      let expected = ["Adam: the first beta 1.0 is outside", "SGD: the weight decay -1.0"]
      #expect(try FaultTests.message(result).contains(expected[which]))
    }
  }
}
