import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct SeedTests {
    let oracle: Oracle

    init() throws { oracle = try Oracle.load() }

    @Test("the seed's features and labels come out to the bit")
    func data() {
      let seed = SeedReplay()
      #expect(
        seed.features.elements.map(Float.init) == oracle.X.flatMap { $0 }.compactMap(Float.init))
      #expect(seed.labels.elements.map(Float.init) == oracle.y.compactMap(Float.init))
    }

    @Test("each of the five runs has the seed's losses within 0.1%", arguments: 0..<5)
    func run(_ number: Int) throws {
      let run = oracle.runs[number]
      let seed = SeedReplay()
      for _ in 0..<number { seed.skipRun() }
      let losses = seed.train(
        batchSize: run.batchSize, learningRate: run.learningRate, epochs: run.epochs,
        period: run.period)
      try #require(losses.count == run.losses.count)
      for (index, (ours, theirs)) in zip(losses, run.losses).enumerated() {
        let agree =
          theirs.isFinite ? abs(ours - theirs) <= 1e-3 * abs(theirs) : !ours.isFinite
        #expect(agree, "loss \(index): \(ours), the seed has \(theirs)")
      }
      for (ours, theirs) in zip(seed.layer.weight.data.elements, run.w) {
        if let theirs {
          #expect(abs(ours - theirs) <= 1e-3 * abs(theirs))
        } else {
          #expect(ours.isNaN)
        }
      }
    }

    @Test("the first non-finite loss of the diverging run is where the seed has it")
    func divergence() {
      let seed = SeedReplay()
      for _ in 0..<3 { seed.skipRun() }
      let losses = seed.train(batchSize: 10, learningRate: 5, epochs: 3, period: 10)
      #expect(losses.firstIndex { !$0.isFinite } == 30)
    }
  }
}
