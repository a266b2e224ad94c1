/// Keeps a node alive for the arrays that hold it.
///
/// Arrays count their storages; everything that computes works on the nodes, which are plain pointers
/// and cost nothing to pass on.
final class Storage {
  let node: Node

  init(shape: Shape, dtype: DType) { node = Node(shape: shape, dtype: dtype) }

  deinit { node.endOwnership() }
}
