/// A row of a table for each index: words, users or items as vectors that are learned.
///
/// - Shape: indices `[…]` to `[…, dimension]`; indices are whole numbers from 0, of the table's `dtype`
/// - Source: Gluon's and PyTorch's `Embedding`
public final class Embedding: Layer {
  /// The number of rows.
  public let count: Int
  /// The length of a row.
  public let dimension: Int
  /// The table, of shape `[count, dimension]`.
  public let weight: Parameter

  /// Makes the layer.
  /// - Parameters:
  ///   - count: the number of rows, at least 1
  ///   - dimension: the length of a row, at least 1
  public init(_ count: Int, _ dimension: Int) {
    if count < 1 || dimension < 1 {
      fault("Embedding", "\(count) rows of \(dimension); at least 1 of both is needed")
    }
    self.count = count
    self.dimension = dimension
    weight = Parameter("weight", of: "Embedding", shape: [count, dimension])
  }

  private init(copying other: Embedding) {
    (count, dimension, weight) = (other.count, other.dimension, other.weight.copy())
  }

  /// `Embedding`
  public var name: String { "Embedding" }

  /// A table with the same values of its own.
  public func copy() -> Embedding { Embedding(copying: self) }

  /// The table.
  public var parameters: [Parameter] { [weight] }

  /// The rows at the indices.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let (table, indices) = (weight.data, input.node)
    NDArray.requireSameType("Embedding", input, table)
    if input.shape.rank == Shape.maximumRank {
      fault("Embedding", "indices of shape \(input.shape); at most 3 axes are possible")
    }
    let shape = Shape(input.shape.array + [dimension])
    return NDArray.operation(Lookup(), shape, table.node, indices)
  }
}

private struct Lookup: Operation {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (table, indices) = inputs.two
    let (w, x, y) = (table.pointer(T.self), indices.pointer(T.self), result.pointer(T.self))
    let width = table.shape.second
    for place in 0..<indices.count {
      let row = requireRow(x[place], table.shape)
      (y + place * width).update(from: w + row * width, count: width)
    }
  }

  /// dW[row] = Σ g over the places that chose the row, in order
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (table, indices) = inputs.two
    if indices.needsGradient {
      fault("Embedding", "a gradient with respect to indices; there is none")
    }
    guard let dw = table.gradientToAddTo(T.self) else { return }
    let (x, dy, width) = (indices.pointer(T.self), gradient.pointer(T.self), table.shape.second)
    for place in 0..<indices.count {
      let row = requireRow(x[place], table.shape)
      Lanes.add(dy + place * width, times: 1, to: dw + row * width, width)
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (table, indices) = (call.inputs[0], call.inputs[1])
    let width = table.shape.second
    let starts = indices.elements.map { Int($0) * width }
    return [call.gradient.scattered(to: starts, width: width, table.shape), nil]
  }

  @inline(__always)
  private func requireRow<T: Element>(_ index: T, _ table: Shape) -> Int {
    guard let row = index.index(below: table.first) else {
      fault(
        "Embedding",
        "the index \(Double(index)) into a table of shape \(table); expected a whole number from 0 "
          + "to \(table.first - 1)")
    }
    return row
  }
}
