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
    data = RowGatherer(dataset.data.node, rows: batchSize)
    labels = RowGatherer(dataset.labels.node, rows: batchSize)
  }

  /// The next batch: data of shape `[batch, …]` and labels of shape `[batch, …]`.
  public mutating func next() -> (NDArray, NDArray)? {
    if started == count { return nil }
    let start = started &* batchSize
    let size = min(batchSize, order.count &- start)
    started &+= 1
    return order.withUnsafeBufferPointer { order in
      let rows = UnsafeBufferPointer(rebasing: order[start..<start &+ size])
      return (NDArray(data.gather(rows)), NDArray(labels.gather(rows)))
    }
  }
}

/// Copies chosen rows of an array into a batch.
private struct RowGatherer {
  let source: Node
  let width: Int
  /// The last batch; written anew when nobody else holds it.
  var batch: Node

  init(_ source: Node, rows: Int) {
    self.source = source
    width = source.count / max(source.shape.first, 1)
    batch = RowGatherer.makeBatch(of: source, rows)
  }

  private static func makeBatch(of source: Node, _ rows: Int) -> Node {
    Node(shape: source.shape.replacingFirst(with: rows), dtype: source.dtype)
  }

  @inline(__always)
  mutating func gather(_ rows: UnsafeBufferPointer<Int>) -> Node {
    if !isKnownUniquelyReferenced(&batch) || batch.shape.first != rows.count {
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
    let x = source.pointer(T.self)
    var y = batch.pointer(T.self)
    for row in rows {
      let start = x + row &* width
      for column in 0..<width { y[column] = start[column] }
      y += width
    }
  }
}
