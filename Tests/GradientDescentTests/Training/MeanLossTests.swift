import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct MeanLossTests {
    /// Two steps of a regression.
    /// - Returns: the warnings
    static func warnings(
      dtype: DType = .float32, batch: Int = 12, step: Int? = 12, outputs: Int = 1,
      _ loss: (NDArray, NDArray, Dense) -> NDArray
    ) -> [String] {
      var found: [String] = []
      onWarning = { message, _, _ in found.append(message) }
      defer { onWarning = nil }
      var random = RandomGenerator(seed: 1)
      let net = Dense(outputs, inputs: 3)
      net.initialize(.normal(sigma: 1), dtype: dtype, using: &random)
      let x = NDArray.normal([batch, 3], dtype: dtype, using: &random)
      let y = NDArray.normal([batch, outputs], dtype: dtype, using: &random)
      let trainer = Trainer(net.parameters, SGD(learningRate: 0.01))
      for _ in 1...2 {
        record { loss(net(x), y, net) }.backward()
        if let step { trainer.step(step) } else { trainer.step() }
      }
      return found
    }

    @Test("a mean and step(batchSize) divide twice, which is said once")
    func twice() {
      let losses: [(NDArray, NDArray, Dense) -> NDArray] = [
        { p, y, _ in L2Loss()(p, y).mean() }, { p, y, _ in MSELoss()(p, y) },
        { p, y, _ in (p - y).square().mean() }, { p, y, _ in 0.5 * (p - y).square().mean() },
        { p, y, _ in (p - y).square().sum() / 12 },
        { p, y, net in
          (p - y).square().mean() + 0.01 * net.weight.data.square().sum()
        },
      ]
      for (place, loss) in losses.enumerated() {
        for dtype in [DType.float32, .float64] {
          let found = MeanLossTests.warnings(dtype: dtype, loss)
          #expect(found.count == 1, "loss \(place)")
          #expect(found.first?.hasPrefix("step: the loss is a mean already, and step(12)") ?? false)
        }
      }
      let many = MeanLossTests.warnings(outputs: 4) { p, y, _ in (p - y).square().mean() }
      #expect(many.count == 1)
    }

    @Test("nothing is said where the division is right")
    func once() {
      #expect(MeanLossTests.warnings { p, y, _ in L2Loss()(p, y) } == [])
      #expect(MeanLossTests.warnings { p, y, _ in L2Loss()(p, y).sum() } == [])
      #expect(MeanLossTests.warnings(step: nil) { p, y, _ in MSELoss()(p, y) } == [])
      #expect(MeanLossTests.warnings(step: 1) { p, y, _ in MSELoss()(p, y) } == [])
      // A penalty is no mean of examples.
      #expect(
        MeanLossTests.warnings { p, y, net in
          L2Loss()(p, y).sum() + 0.01 * net.weight.data.square().mean()
        } == [])
    }

    @Test("a warning names the line of the step")
    func line() {
      var places: [[Int]] = []
      onWarning = { _, line, column in places.append([line, column]) }
      defer { onWarning = nil }
      let x = TrainerTests.parameter([1, 2])
      let trainer = Trainer([x], SGD(learningRate: 0.1))
      record { x.data.square().mean() }.backward()
      let line = #line + 1
      trainer.step(2)
      #expect(places == [[line, 15]])
    }
  }
}
