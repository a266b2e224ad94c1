extension Initializer {
  /// A random matrix whose rows are orthogonal to each other and of length `gain`; its columns, when
  /// there are more rows than columns. Each such matrix is as likely as any other.
  ///
  /// Normal draws, made orthogonal one after another. A weight `[units, inputs, …]` counts as a matrix
  /// `[units, inputs · …]`.
  /// - Parameter gain: the length, at least 0
  /// - Source: Saxe, McClelland and Ganguli, Exact solutions to the nonlinear dynamics of learning in
  ///   deep linear neural networks, 2014; PyTorch's `orthogonal_`
  public static func orthogonal(gain: Double = 1) -> Initializer {
    if !(gain >= 0) { fault("orthogonal", "the gain \(gain); at least 0 is needed") }
    return Initializer("orthogonal(gain: \(gain))") { shape, random in
      if shape.rank < 2 {
        fault("orthogonal", "a parameter of shape \(shape); expected at least two axes")
      }
      let (rows, columns) = (shape[0], shape.count / max(shape[0], 1))
      let (count, length) = (min(rows, columns), max(rows, columns))
      let vectors = orthonormal(count, of: length, random)
      return (0..<shape.count).map { place in
        let (row, column) = (place / columns, place % columns)
        return gain * (rows <= columns ? vectors[row][column] : vectors[column][row])
      }
    }
  }

  /// Orthogonal vectors of length 1: of each draw, what the vectors before it leave of it.
  private static func orthonormal(
    _ count: Int, of length: Int, _ random: any RandomSource
  ) -> [[Double]] {
    var vectors: [[Double]] = []
    while vectors.count < count {
      var vector = random.normals(length)
      // Once leaves rounding errors of the size of what was taken away; twice is enough.
      for _ in 1...2 {
        for other in vectors { subtract(dot(vector, other), of: other, from: &vector) }
      }
      let norm = dot(vector, vector).squareRoot()
      if norm > 1e-6 { vectors.append(vector.map { $0 / norm }) }
    }
    return vectors
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let x = a.baseAddress, let y = b.baseAddress else { return 0 }
        return Lanes.dot(x, y, a.count)
      }
    }
  }

  private static func subtract(
    _ factor: Double, of other: [Double], from vector: inout [Double]
  ) {
    for index in vector.indices { vector[index] -= factor * other[index] }
  }
}
