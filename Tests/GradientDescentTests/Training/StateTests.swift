import Testing

@testable import GradientDescent

extension EngineTests {
  /// States of networks and rules, copies and averages.
  @Suite struct StateTests {
    static func net() -> Sequential {
      var random = RandomGenerator(seed: 3)
      let net = Sequential(Dense(3, inputs: 2), BatchNorm(3), Tanh(), Dense(1, inputs: 3))
      net.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
      return net
    }

    static var inputs: NDArray {
      NDArray([1, 2, -1, 0.5, 0.25, -2, 3, 1], shape: [4, 2], dtype: .float64)
    }

    static func step(_ net: Sequential, _ trainer: Trainer) {
      record { net(inputs).square().sum() }.backward()
      trainer.step(4)
    }

    @Test("each rule goes on from a saved state as if nothing had happened")
    func rules() {
      for (name, make) in OptimizerTable.rows {
        func rule() -> any Optimizer { make(OptimizerSettings(numbers: ["lr": [0.05]])) }
        let net = StateTests.net()
        let trainer = Trainer(net.parameters, rule())
        for _ in 1...3 { StateTests.step(net, trainer) }
        trainer.learningRate = 0.01
        let (values, memory) = (net.state, trainer.optimizer.state)
        for _ in 1...3 { StateTests.step(net, trainer) }
        let end = net.state

        let other = StateTests.net()
        other.load(values)
        let fresh = rule()
        fresh.load(memory)
        let again = Trainer(other.parameters, fresh)
        #expect(again.learningRate == 0.01)
        for _ in 1...3 { StateTests.step(other, again) }
        for (a, b) in zip(other.state.values, end.values) {
          #expect(a.elements == b.elements, "\(name)")
        }
        #expect(other.buffers[0].elements == net.buffers[0].elements)
      }
    }

    @Test("a state is a value with names and a text")
    func values() throws {
      let net = StateTests.net()
      let state = net.state
      #expect(
        state.names == [
          "0.weight", "0.bias", "1.gamma", "1.beta", "3.weight", "3.bias",
        ])
      #expect(state.description.hasPrefix("0.weight [3, 2], 0.bias [3], 1.gamma [3]"))
      let weight = try #require(state["3.weight"]).elements
      let trainer = Trainer(net.parameters, Adam(learningRate: 0.1))
      StateTests.step(net, trainer)
      #expect(state["3.weight"]?.elements == weight && net.state["3.weight"]?.elements != weight)
      #expect(state["weight"] == nil)
      let rule = trainer.optimizer.state
      #expect(rule.count == 6 && rule.steps(of: 2) == 1 && rule.arrays(of: 0).count == 2)
      #expect(rule.description.hasPrefix("Adam at the learning rate 0.1, 6 parameters: 0 after 1"))
    }

    @Test("states of other rules and networks are faults", arguments: [0, 1, 2])
    func mismatch(which: Int) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [which] in
        switch which {
        case 0: SGD(learningRate: 1).load(Adam().state)
        case 1:
          let trainer = Trainer([TrainerTests.parameter([0])], Adam(amsgrad: true))
          record { trainer.parameters[0].data.sum() }.backward()
          trainer.step()
          Adam().load(trainer.optimizer.state)
        default:
          let other = Sequential(
            Dense(3, inputs: 3), BatchNorm(3), Tanh(), Dense(1, inputs: 3))
          other.load(StateTests.net().state)
        }
      }
      let expected = [
        "load: a state of Adam for SGD",
        "load: a state with 3 arrays for each parameter; Adam with its settings has 2",
        "data: values of shape [3, 2] for Dense.weight (layer 0) of shape [3, 3]",
      ]
      #expect(try FaultTests.message(result).contains(expected[which]))
    }

    @Test("a copy has the same values, and goes its own way")
    func copy() {
      let net = StateTests.net()
      StateTests.step(net, Trainer(net.parameters, SGD(learningRate: 0.1)))
      let copy = net.copy()
      let before = predictMode { net(StateTests.inputs) }.elements
      #expect(predictMode { copy(StateTests.inputs) }.elements == before)
      StateTests.step(copy, Trainer(copy.parameters, SGD(learningRate: 0.1)))
      #expect(predictMode { net(StateTests.inputs) }.elements == before)
      #expect(predictMode { copy(StateTests.inputs) }.elements != before)
    }

    @Test("every layer can be copied", arguments: LayerRow.all)
    func copies(row: LayerRow) throws {
      var random = RandomGenerator(seed: 4)
      let layer = row.make()
      let shape = Shape(row.shapes[0])
      let input =
        row.indices == nil
        ? NDArray.normal(shape, dtype: .float64, using: &random) : .ones(shape, dtype: .float64)
      layer.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
      let output = predictMode { layer(input) }.elements
      let copy = layer.copy()
      #expect(predictMode { copy(input) }.elements == output)
      for (a, b) in zip(layer.parameters, copy.parameters) { #expect(a !== b) }
    }

    @Test("a layer that is used twice is copied once")
    func tied() {
      let layer = Dense(2, inputs: 2)
      let copy = Sequential(layer, Tanh(), layer).copy()
      #expect(copy[0] === copy[2] && copy[0] !== layer)
      #expect(copy.parameters.count == 2)
    }

    @Test("an average follows the steps, and stands in for the values")
    func average() {
      let x = TrainerTests.parameter([0])
      let average = ExponentialMovingAverage(0.75)
      let trainer = Trainer([x], SGD(learningRate: 1))
      for _ in 1...3 {
        record { x.data.sum() }.backward()
        trainer.step()
        average.update([x])
      }
      // −1; then ¾·−1 + ¼·−2 = −1.25; then ¾·−1.25 + ¼·−3
      #expect(average.values[0].elements == [-1.6875])
      #expect(average.with([x]) { x.data.item() } == -1.6875)
      #expect(x.data.item() == -3)
      average.copy(to: [x])
      #expect(x.data.item() == -1.6875)
    }
  }
}
