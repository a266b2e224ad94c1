import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LoadingTests {
    /// `count` examples, each labelled with its place.
    static func numbered(_ count: Int) -> ArrayDataset {
      let numbers = (0..<count).map { Double($0) }
      return ArrayDataset(NDArray(numbers, shape: [count, 1]), NDArray(numbers))
    }

    /// The labels of each batch of one epoch.
    static func epoch(_ loader: DataLoader) -> [[Int]] {
      loader.map { $0.1.elements.map { Int($0) } }
    }

    @Test("what is left over comes first in the next epoch, as in Gluon")
    func rollover() {
      let loader = DataLoader(LoadingTests.numbered(10), batchSize: 4, lastBatch: .rollover)
      #expect(loader.count == 2)
      #expect(LoadingTests.epoch(loader) == [[0, 1, 2, 3], [4, 5, 6, 7]])
      #expect(loader.count == 3)
      #expect(LoadingTests.epoch(loader) == [[8, 9, 0, 1], [2, 3, 4, 5], [6, 7, 8, 9]])
      #expect(loader.count == 2)
      #expect(LoadingTests.epoch(loader) == [[0, 1, 2, 3], [4, 5, 6, 7]])
    }

    @Test("with rollover and shuffling, every example is seen equally often")
    func shuffledRollover() {
      let loader = DataLoader(
        LoadingTests.numbered(7), batchSize: 3, shuffle: true, lastBatch: .rollover,
        using: RandomGenerator(seed: 2))
      var seen = Array(repeating: 0, count: 7)
      var batches = 0
      for _ in 1...3 {
        for batch in LoadingTests.epoch(loader) {
          #expect(batch.count == 3)
          batches += 1
          for place in batch { seen[place] += 1 }
        }
      }
      #expect(batches == 7)
      #expect(seen == Array(repeating: 3, count: 7))
    }

    @Test("an epoch as large as the batch is one batch, whatever happens to the rest")
    func wholeBatch() {
      for lastBatch: DataLoader.LastBatch in [.keep, .discard, .rollover] {
        let loader = DataLoader(LoadingTests.numbered(5), batchSize: 5, lastBatch: lastBatch)
        #expect(LoadingTests.epoch(loader) == [[0, 1, 2, 3, 4]])
        #expect(LoadingTests.epoch(loader) == [[0, 1, 2, 3, 4]])
      }
    }

    @Test("a subset keeps rows and labels together, in the order asked for")
    func subset() {
      let data = NDArray((0..<12).map { Double($0) }, shape: [4, 3], dtype: .float64)
      let part = ArrayDataset(data, NDArray([0, 10, 20, 30])).subset([3, 1, 3])
      #expect(part.data.shape == [3, 3])
      #expect(part.data.dtype == .float64)
      #expect(part.data.elements == [9, 10, 11, 3, 4, 5, 9, 10, 11])
      #expect(part.labels.elements == [30, 10, 30])
      #expect(LoadingTests.numbered(3).subset([]).count == 0)
    }

    @Test(
      "a split takes each example to one side, the test's share rounded up",
      arguments: [(10, 0.2, 2), (10, 0.25, 3), (7, 0.5, 4), (2, 0.01, 1)])
    func split(count: Int, fraction: Double, testCount: Int) {
      var random = RandomGenerator(seed: 3)
      let (training, test) = LoadingTests.numbered(count).split(testing: fraction, using: &random)
      #expect(test.count == testCount)
      #expect(training.count == count - testCount)
      let all = (training.labels.elements + test.labels.elements).sorted()
      #expect(all == (0..<count).map { Double($0) })
      #expect(training.data.elements == training.labels.elements)
    }

    @Test("splits of one seed agree and of another seed do not")
    func splitSeeds() {
      let test = { (seed: UInt64) in
        var random = RandomGenerator(seed: seed)
        return LoadingTests.numbered(50).split(testing: 0.5, using: &random).test.labels.elements
      }
      #expect(test(1) == test(1))
      #expect(test(1) != test(2))
    }
  }
}
