/// One epoch's batches, in order.
public struct BatchIterator: IteratorProtocol {
  private let order: [Int]
  private let batchSize: Int
  private let count: Int
  private var started = 0
  private var data: RowGatherer
  private var labels: RowGatherer

  init(dataset: ArrayDataset, order: [Int], batchSize: Int, count: Int) {
    self.order = order
    self.batchSize = batchSize
    self.count = count
    data = RowGatherer(dataset.data, rows: batchSize)
    labels = RowGatherer(dataset.labels, rows: batchSize)
  }

  /// The next batch: data of shape `[batch, …]` and labels of shape `[batch, …]`.
  public mutating func next() -> (NDArray, NDArray)? {
    if started == count { return nil }
    let start = started &* batchSize
    let size = min(batchSize, order.count &- start)
    started &+= 1
    return order.withUnsafeBufferPointer { order in
      let rows = UnsafeBufferPointer(start: order.baseAddress.map { $0 + start }, count: size)
      return (data.gather(rows), labels.gather(rows))
    }
  }
}

/// Copies chosen rows of an array into a batch.
///
/// Rows of one or two numbers, as in linear regression, are loaded and stored. Copied by the library as
/// wider ones are, they make the seed's five calls take 10% longer (`gradbook-bench`).
private struct RowGatherer {
  let source: NDArray
  /// The size of a row, in bytes.
  let width: Int
  /// The last batch; overwritten by the next one unless another array holds it.
  var batch: NDArray

  init(_ source: NDArray, rows: Int) {
    self.source = source
    width = source.count / max(source.shape.first, 1) * source.dtype.size
    batch = RowGatherer.makeBatch(of: source, rows)
  }

  private static func makeBatch(of source: NDArray, _ rows: Int) -> NDArray {
    NDArray(uninitialized: source.shape.replacingFirst(with: rows), dtype: source.dtype)
  }

  @inline(__always)
  mutating func gather(_ rows: UnsafeBufferPointer<Int>) -> NDArray {
    if batch.node.shape.first != rows.count || batch.node.isRead
      || !isKnownUniquelyReferenced(&batch.storage)
    {
      replaceBatch(rows.count)
    }
    let (from, to) = (source.node.elements, batch.node.elements)
    switch width {
    case 4: copy(UInt32.self, rows, from, to)
    case 8: copy(UInt64.self, rows, from, to)
    default:
      for place in 0..<rows.count {
        (to + place &* width).copyMemory(from: from + rows[place] &* width, byteCount: width)
      }
    }
    return batch
  }

  @inline(never)
  private mutating func replaceBatch(_ count: Int) {
    batch = RowGatherer.makeBatch(of: source, count)
  }

  /// Copies rows that are as large as a `T`.
  @inline(__always)
  private func copy<T: BitwiseCopyable>(
    _ row: T.Type, _ rows: UnsafeBufferPointer<Int>, _ from: UnsafeRawPointer,
    _ to: UnsafeMutableRawPointer
  ) {
    let size = MemoryLayout<T>.size
    var place = 0
    while place < rows.count {
      let row = from.load(fromByteOffset: rows[place] &* size, as: T.self)
      to.storeBytes(of: row, toByteOffset: place &* size, as: T.self)
      place &+= 1
    }
  }
}
