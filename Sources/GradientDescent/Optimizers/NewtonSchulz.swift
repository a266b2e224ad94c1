/// Sets the singular values of a matrix to about 1, without computing them.
///
/// z = u/‖u‖, then z ← az + (b·zzᵀ + c·(zzᵀ)²)z, which maps each singular value s to as + bs³ + cs⁵.
/// With a = 3.4445, b = −4.775, c = 2.0315, five steps bring everything from 0.01 up close to 1; they do
/// not settle there, but stay between about 0.7 and 1.2.
/// - Source: Jordan et al., Muon: an optimizer for hidden layers in neural networks, 2024
enum NewtonSchulz {
  /// Orthogonalizes a matrix in place.
  /// - Parameters:
  ///   - u: a matrix whose rows follow one another
  ///   - iterations: the number of steps
  static func orthogonalize<T: Element>(_ u: Matrix<T>, _ iterations: Int) {
    let count = u.rows &* u.columns
    if count == 0 { return }
    let length = max(Lanes.dot(u.start, u.start, count).squareRoot(), 1e-7)
    for i in 0..<count { u.start[i] /= length }
    // The products are smallest when zzᵀ has the shorter side.
    let z = u.rows > u.columns ? u.transposed : u
    let side = z.rows
    BufferPool.withBuffer(of: T.self, 2 &* side &* side &+ count) { start in
      let gram = Matrix(start, side, side)
      let factor = Matrix(start + side &* side, side, side)
      let product = start + 2 &* side &* side
      let (a, b, c): (T, T, T) = (3.4445, -4.775, 2.0315)
      for _ in 0..<iterations {
        MatrixProduct.run(z, z.transposed, into: gram, adds: false)
        MatrixProduct.run(gram, gram, into: factor, adds: false)
        for i in 0..<side &* side { factor.start[i] = b * gram.start[i] + c * factor.start[i] }
        // Rows and columns as in u, so that both can be added place by place.
        var turned = Matrix(product, u.rows, u.columns)
        if u.rows > u.columns { turned = turned.transposed }
        MatrixProduct.run(factor, z, into: turned, adds: false)
        for i in 0..<count { u.start[i] = a * u.start[i] + product[i] }
      }
    }
  }
}
