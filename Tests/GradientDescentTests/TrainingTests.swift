import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct TrainingTests {
    @Test("a step divides the gradient by the batch size")
    func division() {
      let layer = Dense(1, inputs: 1)
      layer.weight.data = NDArray([0], shape: [1, 1])
      layer.bias.data = [0]
      let trainer = Trainer(layer.parameters, SGD(learningRate: 0.5))
      record { L2Loss()(layer(.ones([4, 1])), .full([4], 2)) }.backward()
      trainer.step(4)
      #expect(layer.weight.data.elements == [1])
      #expect(layer.bias.data.elements == [1])
    }

    @Test("the learning rate can be read and set between steps")
    func learningRate() {
      let layer = Dense(1, inputs: 1)
      layer.weight.data = NDArray([1], shape: [1, 1])
      layer.bias.data = [0]
      let trainer = Trainer([layer.weight], SGD(learningRate: 0.5))
      trainer.learningRate *= 0.5
      #expect(trainer.learningRate == 0.25)
      record { layer(.ones([1, 1])) }.backward()
      trainer.step(1)
      #expect(layer.weight.data.elements == [0.75])
    }

    @Test(
      "x² from 10 ends after ten steps where theory says",
      arguments: [
        (0.2, 0.060466), (0.05, 3.486784), (1.1, 61.917364),
      ])
    func parabola(rate: Double, end: Double) throws {
      let parameter = Parameter(name: "x")
      parameter.data = NDArray([10], dtype: .float64)
      let trainer = Trainer([parameter], SGD(learningRate: rate))
      for _ in 1...10 {
        record { parameter.data.square() }.backward()
        trainer.step(1)
      }
      #expect(abs(abs(parameter.data.elements[0]) - end) < 1e-6)
    }

    @Test("values read before a step stay what they were")
    func snapshots() {
      let parameter = Parameter(name: "x")
      parameter.data = [1]
      let before = parameter.data
      record { parameter.data * 1 }.backward()
      Trainer([parameter], SGD(learningRate: 1)).step(1)
      #expect(before.elements == [1])
      #expect(parameter.data.elements == [0])
    }

    @Test("weights are drawn at the first call when the number of inputs is not known before")
    func deferred() {
      var random = RandomGenerator(seed: 4)
      let layer = Dense(2)
      layer.initialize(.normal(sigma: 1), using: &random)
      _ = layer(.ones([5, 3]))
      #expect(layer.weight.data.shape == [2, 3])
      let expected = RandomGenerator(seed: 4).normals(6).map { Double(Float($0)) }
      #expect(layer.weight.data.elements == expected)
      #expect(layer.bias.data.elements == [0, 0])
    }
  }
}
