/// Keeps a node alive for the arrays that hold it.
///
/// Arrays count references to their storage; everything that computes works on nodes, which are plain
/// pointers and cost nothing to pass on.
final class Storage {
  let node: Node

  init(shape: Shape, dtype: DType) { node = Node(shape: shape, dtype: dtype) }

  deinit { node.endOwnership() }
}
