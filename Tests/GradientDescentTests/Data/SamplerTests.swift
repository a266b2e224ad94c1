import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct SamplerTests {
    static func random() -> RandomGenerator { RandomGenerator(seed: 6) }

    /// A sampler over ten examples, with what an epoch of it must be.
    struct Case: CustomTestStringConvertible, Sendable {
      let name: String
      var draws = 10
      var isPermutation = false
      var isSteady = false
      let make: @Sendable () -> Sampler
      var testDescription: String { name }
    }

    static let cases: [Case] = [
      Case(name: "sequential", isPermutation: true, isSteady: true) { .sequential },
      Case(name: "random", isPermutation: true) { .random(using: random()) },
      Case(name: "with replacement") { .withReplacement(using: random()) },
      Case(name: "with replacement, 25 draws", draws: 25) {
        .withReplacement(draws: 25, using: random())
      },
      Case(name: "weighted") {
        .weighted([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], using: random())
      },
      Case(name: "weighted, 4 draws", draws: 4) {
        .weighted([0, 0, 0, 0, 0, 0, 1, 1, 1, 1], draws: 4, using: random())
      },
      Case(name: "subset", draws: 3, isSteady: true) { .subset([7, 0, 7]) },
      Case(name: "subset, shuffled", draws: 8) {
        .subset([1, 2, 3, 4, 5, 6, 7, 8], using: random())
      },
      Case(name: "one's own", isPermutation: true, isSteady: true) {
        Sampler("reversed") { (0..<$0).reversed() }
      },
    ]

    @Test("an epoch of each sampler has the promised draws, anew or the same", arguments: cases)
    func epochs(of example: Case) {
      let loader = DataLoader(
        LoadingTests.numbered(10), batchSize: 2, sampler: example.make())
      let epochs = (1...2).map { _ in LoadingTests.epoch(loader).flatMap { $0 } }
      #expect(loader.count == (example.draws + 1) / 2)
      for epoch in epochs {
        #expect(epoch.count == example.draws)
        #expect(epoch.allSatisfy { (0..<10).contains($0) })
        if example.isPermutation { #expect(epoch.sorted() == Array(0..<10)) }
      }
      #expect((epochs[0] == epochs[1]) == example.isSteady)
      let again = DataLoader(LoadingTests.numbered(10), batchSize: 2, sampler: example.make())
      #expect(LoadingTests.epoch(again).flatMap { $0 } == epochs[0])
    }

    @Test("draws with replacement leave out 1/e of the examples in an epoch")
    func replacement() {
      let sampler = Sampler.withReplacement(using: SamplerTests.random())
      let missing = (1...20).map { _ in 1000 - Set(sampler.places(1000)).count }
      let share = Double(missing.reduce(0, +)) / 20_000
      #expect(abs(share - 0.3677) < 0.007)
    }

    @Test("weights are how often an example comes, and zero is never")
    func weights() {
      let weights = [0, 1, 2, 0, 5, 0.0]
      let sampler = Sampler.weighted(weights, draws: 40_000, using: SamplerTests.random())
      var counts = Array(repeating: 0.0, count: 6)
      for place in sampler.places(6) { counts[place] += 1 }
      for (count, weight) in zip(counts, weights) {
        let expected = weight / 8 * 40_000
        #expect(abs(count - expected) <= 4 * (expected * (1 - weight / 8)).squareRoot())
      }
    }

    @Test("shuffle: true is the random sampler")
    func shuffle() {
      let shuffled = DataLoader(
        LoadingTests.numbered(20), batchSize: 6, shuffle: true, using: SamplerTests.random())
      let sampled = DataLoader(
        LoadingTests.numbered(20), batchSize: 6, sampler: .random(using: SamplerTests.random()))
      for _ in 1...3 { #expect(LoadingTests.epoch(shuffled) == LoadingTests.epoch(sampled)) }
    }
  }
}
