extension NDArray {
  /// The same elements, row by row, under another shape.
  /// - Parameter shape: as many elements as this array has
  public func reshaped(_ shape: Shape) -> NDArray {
    if shape.count != count {
      fault(
        "reshaped",
        "the shape \(self.shape) has \(count) elements, \(shape) asks for \(shape.count)")
    }
    return NDArray.operation(shape, node) { result in
      result.elements.copyMemory(from: node.elements, byteCount: count * dtype.size)
    } backward: { result in
      guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
      let (gradient, adds) = x.gradientShare()
      switch result.dtype {
      case .float32: NDArray.put(g.pointer(Float.self), in: gradient.pointer(), adds, x.count)
      case .float64: NDArray.put(g.pointer(Double.self), in: gradient.pointer(), adds, x.count)
      }
    }
  }

  private static func put<T: Element>(
    _ x: UnsafePointer<T>, in y: UnsafeMutablePointer<T>, _ adds: Bool, _ count: Int
  ) {
    for i in 0..<count { y[i] = adds ? y[i] + x[i] : x[i] }
  }
}
