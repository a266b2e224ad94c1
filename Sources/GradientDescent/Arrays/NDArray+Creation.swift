extension NDArray {
  /// An array of given numbers, row by row.
  /// - Parameters:
  ///   - elements: as many as the shape asks for
  ///   - shape: the lengths of the axes; one axis unless given
  ///   - dtype: the type to store them as
  public init(_ elements: [Double], shape: Shape? = nil, dtype: DType = .float32) {
    let shape = shape ?? Shape(elements.count)
    if shape.count != elements.count {
      fault("NDArray", "\(elements.count) numbers do not fill the shape \(shape)")
    }
    self.init(uninitialized: shape, dtype: dtype)
    for (index, value) in elements.enumerated() { setElement(value, at: index) }
  }

  /// An array of one number.
  public init(_ value: Double, dtype: DType = .float32) {
    self.init([value], shape: .scalar, dtype: dtype)
  }

  /// A matrix of given rows.
  /// - Parameters:
  ///   - rows: all of one length
  ///   - dtype: the type to store them as
  public init(rows: [[Double]], dtype: DType = .float32) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != width {
      fault("NDArray", "row \(index) has \(row.count) numbers, row 0 has \(width)")
    }
    self.init(rows.flatMap { $0 }, shape: [rows.count, width], dtype: dtype)
  }

  /// An array that holds `value` everywhere.
  public static func full(_ shape: Shape, _ value: Double, dtype: DType = .float32) -> NDArray {
    let array = NDArray(uninitialized: shape, dtype: dtype)
    array.node.fill(value)
    return array
  }

  /// An array of zeros.
  public static func zeros(_ shape: Shape, dtype: DType = .float32) -> NDArray {
    full(shape, 0, dtype: dtype)
  }

  /// An array of ones.
  public static func ones(_ shape: Shape, dtype: DType = .float32) -> NDArray {
    full(shape, 1, dtype: dtype)
  }

  /// Independent draws from the normal distribution, row by row.
  /// - Parameters:
  ///   - shape: how many to draw
  ///   - mean: the distribution's mean
  ///   - sigma: its standard deviation, at least 0
  ///   - dtype: the type to store them as
  ///   - random: the generator to draw from
  public static func normal(
    _ shape: Shape, mean: Double = 0, sigma: Double = 1, dtype: DType = .float32,
    using random: inout some RandomSource
  ) -> NDArray {
    NDArray(normals(shape, mean: mean, sigma: sigma, from: random), shape: shape, dtype: dtype)
  }

  private static func normals(
    _ shape: Shape, mean: Double, sigma: Double, from random: any RandomSource
  ) -> [Double] {
    if !(sigma >= 0) { fault("normal", "the standard deviation \(sigma) is negative") }
    shape.requireMemory(16)
    return random.normals(shape.count).map { mean + sigma * $0 }
  }

  /// Independent draws from the uniform distribution, row by row.
  /// - Parameters:
  ///   - shape: how many to draw
  ///   - low: the least value
  ///   - high: what all values are below; not less than `low`
  ///   - dtype: the type to store them as; rounding to float32 may reach `high`
  ///   - random: the generator to draw from
  public static func uniform(
    _ shape: Shape, low: Double = 0, high: Double = 1, dtype: DType = .float32,
    using random: inout some RandomSource
  ) -> NDArray {
    if !(low <= high) {
      fault("uniform", ["there is no number from ", .number(low), " to ", .number(high)])
    }
    shape.requireMemory(16)
    let values = (0..<shape.count).map { _ in low + (high - low) * random.uniform() }
    return NDArray(values, shape: shape, dtype: dtype)
  }

  /// The same numbers in another type; the same array when it has that type already.
  public func asType(_ dtype: DType) -> NDArray {
    if dtype == self.dtype { return self }
    return NDArray(elements, shape: shape, dtype: dtype)
  }
}

extension NDArray: ExpressibleByArrayLiteral {
  /// `[2, -3.4]`: one axis, float32.
  public init(arrayLiteral elements: Double...) { self.init(elements) }
}
