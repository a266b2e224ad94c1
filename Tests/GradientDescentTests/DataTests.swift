import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct DataTests {
    let dataset = ArrayDataset(
      NDArray((0..<20).map { Double($0) }, shape: [10, 2]), NDArray((0..<10).map { Double($0) }))

    @Test("batches cover the examples in order, the last one smaller")
    func keep() {
      let loader = DataLoader(dataset, batchSize: 4)
      let batches = Array(loader)
      #expect(loader.count == 3)
      #expect(batches.map { $0.0.shape } == [[4, 2], [4, 2], [2, 2]])
      #expect(batches.flatMap { $0.1.elements } == (0..<10).map { Double($0) })
      #expect(batches[2].0.elements == [16, 17, 18, 19])
    }

    @Test("what is left over can be discarded")
    func discard() {
      let batches = Array(DataLoader(dataset, batchSize: 4, lastBatch: .discard))
      #expect(batches.map { $0.1.count } == [4, 4])
    }

    @Test("each epoch has a new order of the same examples, rows and labels together")
    func shuffle() {
      let loader = DataLoader(
        dataset, batchSize: 3, shuffle: true, using: RandomGenerator(seed: 1))
      let epochs = (0..<2).map { _ in Array(loader) }
      let orders = epochs.map { $0.flatMap { $0.1.elements } }
      #expect(orders[0] != orders[1])
      #expect(orders[0].sorted() == orders[1].sorted())
      for (data, label) in epochs[0] {
        for row in 0..<data.shape[0] { #expect(data[row, 0] == 2 * label[row]) }
      }
    }

    @Test("a batch that is kept does not change with the next one")
    func kept() {
      var first: NDArray?
      for (data, _) in DataLoader(dataset, batchSize: 5) where first == nil { first = data }
      #expect(first?.elements == (0..<10).map { Double($0) })
    }

    @Test("a changed copy leaves the original alone")
    func values() {
      let original: NDArray = [1, 2]
      var copy = original
      copy[0] = 5
      #expect(original.elements == [1, 2])
      #expect(copy[-2] == 5)
    }
  }
}
