extension NDArray {
  /// The product over one axis.
  /// - Parameters:
  ///   - axis: negative ones count from the end; 1 where it is empty
  ///   - keepDimensions: whether the axis stays, with length 1
  public func prod(axis: Int, keepDimensions: Bool = false) -> NDArray {
    prod(axes: [axis], keepDimensions: keepDimensions)
  }

  /// The product over several axes.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  public func prod(axes: [Int]? = nil, keepDimensions: Bool = false) -> NDArray {
    reduced(ProductOfRow(), axes, keepDimensions)
  }

  /// The inner product Σ aᵢbᵢ of two vectors; for matrices the same as `matmul`.
  /// - Shape: `[n]` and `[n]` to `[]`; `[n, k]` and `[k, m]` to `[n, m]`; `[n, k]` and `[k]` to `[n]`; `[k]`
  ///   and `[k, m]` to `[m]`
  /// - Parameter other: the right-hand factor, of the same `dtype`
  /// - Source: NumPy's `dot`; PyTorch's is for vectors only
  public func dot(_ other: NDArray) -> NDArray { product(other, "dot") }
}

/// x₁ · x₂ · …, in order.
private struct ProductOfRow: RowFunction {
  var name: String { "prod" }

  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    var product: T = 1
    for i in 0..<count { product *= x[i] }
    return product
  }

  /// The number of zeros, and the product of the other elements.
  func summary<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ y: T) -> (T, T) {
    var (zeros, product): (T, T) = (0, 1)
    for i in 0..<count {
      if x[i] == 0 { zeros += 1 } else { product *= x[i] }
    }
    return (zeros, product)
  }

  /// The product of all other elements.
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T {
    if summary.0 == 0 { return y / x * g }
    return summary.0 == 1 && x == 0 ? summary.1 * g : 0
  }

  /// Without a division where there is a zero: the products of all columns before and behind.
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    if x.elements.allSatisfy({ $0 != 0 }) { return y / x * g }
    let columns = (0..<x.shape[1]).map { x[columns: $0..<$0 + 1] }
    let slopes = columns.indices.map { place in
      var product = g
      for (other, column) in columns.enumerated() where other != place {
        product = product * column
      }
      return product
    }
    return .concatenate(slopes, axis: 1)
  }
}
