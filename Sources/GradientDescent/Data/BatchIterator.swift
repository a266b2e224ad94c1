/// One epoch's batches, in order.
public struct BatchIterator: IteratorProtocol {
  private let dataset: ArrayDataset
  private let order: [Int]
  private let batchSize: Int
  private let count: Int
  private var started = 0
  /// The last batch's arrays; written anew when nobody else holds them.
  private var data: Node
  private var labels: Node

  init(dataset: ArrayDataset, order: [Int], batchSize: Int, count: Int) {
    self.dataset = dataset
    self.order = order
    self.batchSize = batchSize
    self.count = count
    data = BatchIterator.makeBatch(of: dataset.data, batchSize)
    labels = BatchIterator.makeBatch(of: dataset.labels, batchSize)
  }

  /// The next batch: data of shape `[batch, …]` and labels of shape `[batch, …]`.
  public mutating func next() -> (NDArray, NDArray)? {
    if started == count { return nil }
    let start = started * batchSize
    let size = Swift.min(batchSize, order.count - start)
    started += 1
    BatchIterator.refill(&data, from: dataset.data, order, start, size)
    BatchIterator.refill(&labels, from: dataset.labels, order, start, size)
    return (NDArray(data), NDArray(labels))
  }

  private static func makeBatch(of array: NDArray, _ size: Int) -> Node {
    Node(shape: array.shape.replacingFirst(with: size), dtype: array.dtype)
  }

  @inline(__always)
  private static func refill(
    _ batch: inout Node, from array: NDArray, _ order: [Int], _ start: Int, _ size: Int
  ) {
    if !isKnownUniquelyReferenced(&batch) || batch.shape.first != size {
      batch = makeBatch(of: array, size)
    }
    switch array.dtype {
    case .float32: gather(Float.self, array.node, order, start, size, batch)
    case .float64: gather(Double.self, array.node, order, start, size, batch)
    }
  }

  @inline(__always)
  private static func gather<T: Element>(
    _ type: T.Type, _ array: Node, _ order: [Int], _ start: Int, _ size: Int, _ batch: Node
  ) {
    let width = array.count / array.shape.first
    let (x, y) = (array.pointer(T.self), batch.pointer(T.self))
    for place in 0..<size {
      let row = x + order[start + place] * width
      for column in 0..<width { y[place * width + column] = row[column] }
    }
  }
}
