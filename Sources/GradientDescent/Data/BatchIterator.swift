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
private struct RowGatherer {
  let source: NDArray
  let width: Int
  /// The last batch; written anew when nobody else holds it.
  var batch: NDArray

  init(_ source: NDArray, rows: Int) {
    self.source = source
    width = source.count / max(source.shape.first, 1)
    batch = RowGatherer.makeBatch(of: source, rows)
  }

  private static func makeBatch(of source: NDArray, _ rows: Int) -> NDArray {
    NDArray(uninitialized: source.shape.replacingFirst(with: rows), dtype: source.dtype)
  }

  @inline(__always)
  mutating func gather(_ rows: UnsafeBufferPointer<Int>) -> NDArray {
    if batch.node.isRead || !isKnownUniquelyReferenced(&batch.storage)
      || batch.node.shape.first != rows.count
    {
      batch = RowGatherer.makeBatch(of: source, rows.count)
    }
    switch source.dtype {
    case .float32: copy(Float.self, rows)
    case .float64: copy(Double.self, rows)
    }
    return batch
  }

  @inline(__always)
  private func copy<T: Element>(_ type: T.Type, _ rows: UnsafeBufferPointer<Int>) {
    let (x, y) = (source.node.pointer(T.self), batch.node.pointer(T.self))
    var place = 0
    switch width {
    case 1:
      while place < rows.count {
        y[place] = x[rows[place]]
        place &+= 1
      }
    case 2:
      let (from, to) = (pairs(x), pairs(y))
      while place < rows.count {
        to[place] = from[rows[place]]
        place &+= 1
      }
    default:
      for (place, row) in rows.enumerated() {
        (y + place &* width).update(from: x + row &* width, count: width)
      }
    }
  }

  @inline(__always)
  private func pairs<T: Element>(_ x: UnsafeMutablePointer<T>) -> UnsafeMutablePointer<SIMD2<T>> {
    UnsafeMutableRawPointer(x).assumingMemoryBound(to: SIMD2<T>.self)
  }
}
