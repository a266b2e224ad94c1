import Testing

@testable import GradientDescent

extension EngineTests {
  /// The seed's five runs with our own generator: other digits, the same story.
  @Suite struct OwnSeedTests {
    static let seeds: [UInt64] = [1, 2, 3]

    /// The loss over all examples at the start and after each of three epochs.
    static func losses(seed: UInt64, batchSize: Int, learningRate: Double) -> [Double] {
      var random = RandomGenerator(seed: seed)
      let dataset = ArrayDataset.linearRegression(1000, using: &random)
      let net = Dense(1)
      net.initialize(.normal(sigma: 1), using: &random)
      let loss = { L2Loss()(net(dataset.data), dataset.labels).mean().item() }
      let trainer = Trainer(net.parameters, SGD(learningRate: learningRate))
      let batches = DataLoader(dataset, batchSize: batchSize, shuffle: true, using: random)
      var losses = [loss()]
      for epoch in 1...3 {
        if epoch > 2 { trainer.learningRate *= 0.1 }
        for (data, labels) in batches {
          record { L2Loss()(net(data), labels) }.backward()
          trainer.step(batchSize)
        }
        losses.append(loss())
      }
      return losses
    }

    @Test("batch size 1 at η = .2 is noisy, until the rate falls", arguments: seeds)
    func single(seed: UInt64) {
      let losses = OwnSeedTests.losses(seed: seed, batchSize: 1, learningRate: 0.2)
      for loss in losses[1...2] { #expect((4.9e-5...1.7e-4).contains(loss)) }
      #expect((4.6e-5...5.8e-5).contains(losses[3]))
    }

    @Test("batch size 10 at η = .2 reaches the floor in one epoch", arguments: seeds)
    func ten(seed: UInt64) {
      let losses = OwnSeedTests.losses(seed: seed, batchSize: 10, learningRate: 0.2)
      for loss in losses[1...] { #expect((4.5e-5...5.9e-5).contains(loss)) }
    }

    @Test(
      "a step with the whole data at η = .999 leaves less than 2% of the loss", arguments: seeds)
    func whole(seed: UInt64) {
      let losses = OwnSeedTests.losses(seed: seed, batchSize: 1000, learningRate: 0.999)
      #expect(losses[1] < 0.02 * losses[0])
      #expect(losses[2] < 0.02 * losses[1] + 5.5e-5)
      // The third step has a tenth of the rate.
      #expect(losses[3] < losses[2] && losses[3] > 0.75 * losses[2])
    }

    @Test("batch size 10 at η = 5 diverges", arguments: seeds)
    func tooLarge(seed: UInt64) {
      let losses = OwnSeedTests.losses(seed: seed, batchSize: 10, learningRate: 5)
      for loss in losses[1...] { #expect(loss.isNaN) }
    }

    @Test("batch size 10 at η = .002 is still on its way after three epochs", arguments: seeds)
    func tooSmall(seed: UInt64) {
      let losses = OwnSeedTests.losses(seed: seed, batchSize: 10, learningRate: 0.002)
      for ratio in [losses[1] / losses[0], losses[2] / losses[1]] {
        #expect(abs(ratio - 0.671) < 0.035)
      }
      #expect(abs(losses[3] / losses[2] - 0.961) < 0.006)
    }
  }
}
