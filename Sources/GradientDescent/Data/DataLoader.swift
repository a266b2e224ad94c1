/// Cuts a dataset into batches. Each `for` loop over it is one epoch, in a new order when it shuffles.
public final class DataLoader: Sequence {
  /// What happens to the examples that are left over at the end of an epoch.
  public enum LastBatch: Sendable {
    /// They are a smaller batch.
    case keep
    /// They are left out.
    case discard
  }

  /// Where the examples come from.
  public let dataset: ArrayDataset
  /// The number of examples in a batch.
  public let batchSize: Int
  /// What happens to the examples that are left over.
  public let lastBatch: LastBatch
  private let shuffles: Bool
  private let random: any RandomSource

  /// Makes a loader.
  /// - Parameters:
  ///   - dataset: the examples
  ///   - batchSize: 1 to the number of examples
  ///   - shuffle: whether each epoch has a new order
  ///   - lastBatch: what happens to the examples that are left over
  ///   - random: the generator that shuffles
  public init(
    _ dataset: ArrayDataset, batchSize: Int, shuffle: Bool = false, lastBatch: LastBatch = .keep,
    using random: any RandomSource
  ) {
    if batchSize < 1 || batchSize > dataset.count {
      fault("DataLoader", "the batch size \(batchSize) for \(dataset.count) examples")
    }
    self.dataset = dataset
    self.batchSize = batchSize
    self.lastBatch = lastBatch
    self.random = random
    shuffles = shuffle
  }

  /// Makes a loader that keeps the examples in their order.
  public convenience init(_ dataset: ArrayDataset, batchSize: Int, lastBatch: LastBatch = .keep) {
    self.init(
      dataset, batchSize: batchSize, lastBatch: lastBatch, using: RandomGenerator(seed: 0))
  }

  /// The number of batches in an epoch.
  public var count: Int {
    let whole = dataset.count / batchSize
    return lastBatch == .keep && dataset.count % batchSize > 0 ? whole + 1 : whole
  }

  /// Starts an epoch.
  public func makeIterator() -> BatchIterator {
    let order = shuffles ? random.permutation(dataset.count) : Array(0..<dataset.count)
    return BatchIterator(dataset: dataset, order: order, batchSize: batchSize, count: count)
  }
}
