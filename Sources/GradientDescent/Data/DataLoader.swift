/// Cuts a dataset into batches. Each `for` loop over it is one epoch, in a new order when it
/// shuffles.
public final class DataLoader: Sequence {
  /// The treatment of examples that are left over at the end of an epoch.
  public enum LastBatch: Sendable {
    /// They are a smaller batch.
    case keep
    /// They are left out.
    case discard
    /// They come first in the next epoch.
    case rollover
  }

  /// The dataset that the examples come from.
  public let dataset: ArrayDataset
  /// The number of examples in a batch.
  public let batchSize: Int
  /// The treatment of the examples that are left over.
  public let lastBatch: LastBatch
  private let sampler: Sampler
  /// The examples that the epochs before this one left over.
  private var leftOver: [Int] = []

  /// Makes a loader whose sampler chooses the examples.
  /// - Parameters:
  ///   - dataset: the examples
  ///   - batchSize: 1 to the number of examples in an epoch
  ///   - sampler: which examples an epoch has, and in which order
  ///   - lastBatch: what happens to the examples that are left over
  public init(
    _ dataset: ArrayDataset, batchSize: Int, sampler: Sampler, lastBatch: LastBatch = .keep
  ) {
    let examples = sampler.draws ?? dataset.count
    if batchSize < 1 || batchSize > examples {
      fault("DataLoader", "the batch size \(batchSize) for \(examples) examples")
    }
    self.dataset = dataset
    self.batchSize = batchSize
    self.lastBatch = lastBatch
    self.sampler = sampler
  }

  /// Makes a loader that takes each example once in an epoch.
  /// - Parameters:
  ///   - dataset: the examples
  ///   - batchSize: 1 to the number of examples
  ///   - shuffle: whether each epoch has a new order
  ///   - lastBatch: what happens to the examples that are left over
  ///   - random: the generator that shuffles
  public convenience init(
    _ dataset: ArrayDataset, batchSize: Int, shuffle: Bool = false, lastBatch: LastBatch = .keep,
    using random: any RandomSource
  ) {
    self.init(
      dataset, batchSize: batchSize, sampler: shuffle ? .random(using: random) : .sequential,
      lastBatch: lastBatch)
  }

  /// Makes a loader that keeps the examples in their order.
  public convenience init(_ dataset: ArrayDataset, batchSize: Int, lastBatch: LastBatch = .keep) {
    self.init(dataset, batchSize: batchSize, sampler: .sequential, lastBatch: lastBatch)
  }

  /// The number of batches in the next epoch; it differs from epoch to epoch when examples roll
  /// over.
  public var count: Int { batchCount(leftOver.count + (sampler.draws ?? dataset.count)) }

  private func batchCount(_ examples: Int) -> Int {
    let whole = examples / batchSize
    return lastBatch == .keep && examples % batchSize > 0 ? whole + 1 : whole
  }

  /// Starts an epoch.
  public func makeIterator() -> BatchIterator {
    var order = sampler.places(dataset.count)
    if lastBatch == .rollover {
      order = leftOver + order
      leftOver = Array(order.suffix(order.count % batchSize))
    }
    return BatchIterator(
      dataset: dataset, order: order, batchSize: batchSize, count: batchCount(order.count))
  }
}
