extension NDArray {
  /// One number of a point: x[index]. Its gradient is that number's place in the point's.
  /// - Shape: `[n]` to `[]`
  func coordinate(_ index: Int) -> NDArray {
    NDArray.operation(.scalar, node, scalar: Double(index)) { result in
      switch dtype {
      case .float32: result.pointer(Float.self)[0] = node.pointer(Float.self)[index]
      case .float64: result.pointer(Double.self)[0] = node.pointer(Double.self)[index]
      }
    } backward: { result in
      guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
      let (gradient, adds) = x.gradientShare()
      if !adds { gradient.fill(0) }
      let index = Int(result.scalar)
      switch result.dtype {
      case .float32: gradient.pointer(Float.self)[index] += g.pointer(Float.self)[0]
      case .float64: gradient.pointer(Double.self)[index] += g.pointer(Double.self)[0]
      }
    }
  }
}
