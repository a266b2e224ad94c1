/// Keeps a node alive for the arrays that hold it.
///
/// Arrays count references to their storage; everything that computes works on nodes, which are plain
/// pointers and cost nothing to pass on.
final class Storage {
  let node: Node

  init(shape: Shape, dtype: DType) {
    node = Node(shape: shape, dtype: dtype)
    node.fields.pointee.owner = Unmanaged.passUnretained(self)
  }

  /// Takes over a node whose last array is gone, and that recorded operations still read.
  fileprivate init(adopting node: Node) {
    self.node = node
    node.fields.pointee.isOwned = true
    node.fields.pointee.owner = Unmanaged.passUnretained(self)
  }

  deinit { node.endOwnership() }
}

extension Node {
  /// An array of these elements, with their history.
  var array: NDArray {
    guard let owner = fields.pointee.owner else { return NDArray(Storage(adopting: self)) }
    return NDArray(owner.takeUnretainedValue())
  }
}
