extension NDArray {
  /// A matrix of given rows, as `NDArray(rows:)` makes it: `NDArray([[1, 2], [3, 4]])`.
  /// - Parameters:
  ///   - rows: all of one length
  ///   - dtype: the type to store them as
  @_disfavoredOverload
  public init(_ rows: [[Double]], dtype: DType = .float32) { self.init(rows: rows, dtype: dtype) }

  /// A matrix of given rows of whole numbers.
  /// - Parameters:
  ///   - rows: all of one length
  ///   - dtype: the type to store them as
  @_disfavoredOverload
  public init(_ rows: [[Int]], dtype: DType = .float32) {
    self.init(rows: rows.map { $0.map { Double($0) } }, dtype: dtype)
  }

  /// Given matrices, one behind another: three axes.
  /// - Parameters:
  ///   - matrices: all of as many rows, all rows of one length
  ///   - dtype: the type to store them as
  @_disfavoredOverload
  public init(_ matrices: [[[Double]]], dtype: DType = .float32) {
    let height = matrices.first?.count ?? 0
    let width = matrices.first?.first?.count ?? 0
    for (place, matrix) in matrices.enumerated() {
      if matrix.count != height {
        fault("NDArray", "matrix \(place) has \(matrix.count) rows, matrix 0 has \(height)")
      }
      for (row, numbers) in matrix.enumerated() where numbers.count != width {
        fault(
          "NDArray",
          "row \(row) of matrix \(place) has \(numbers.count) numbers, the first has \(width)")
      }
    }
    self.init(
      matrices.flatMap { $0.flatMap { $0 } }, shape: Shape([matrices.count, height, width]),
      dtype: dtype)
  }

  /// An array of zeros, its lengths one by one: `NDArray.zeros(2, 3)`.
  /// - Parameters:
  ///   - lengths: those of the axes, none negative; none at all make a scalar
  ///   - dtype: the type to store them as
  public static func zeros(_ lengths: Int..., dtype: DType = .float32) -> NDArray {
    full(Shape(lengths), 0, dtype: dtype)
  }

  /// An array of ones, its lengths one by one: `NDArray.ones(2, 3)`.
  /// - Parameters:
  ///   - lengths: those of the axes, none negative; none at all make a scalar
  ///   - dtype: the type to store them as
  public static func ones(_ lengths: Int..., dtype: DType = .float32) -> NDArray {
    full(Shape(lengths), 1, dtype: dtype)
  }

  /// NumPy's and PyTorch's name of `identity`: the square matrix with ones on its diagonal and zeros
  /// elsewhere.
  /// - Parameters:
  ///   - size: the number of rows and of columns, at least 0
  ///   - dtype: the type to store them as
  public static func eye(_ size: Int, dtype: DType = .float32) -> NDArray {
    identity(size, dtype: dtype)
  }

  /// Numbers at equal distances from `start` to `stop`, both included: `NDArray.linspace(0, 1, 5)`.
  /// - Parameters:
  ///   - start: the first number
  ///   - stop: the last number
  ///   - count: how many, at least 0; 1 gives `start`
  ///   - dtype: the type to store them as
  public static func linspace(
    _ start: Double, _ stop: Double, _ count: Int, dtype: DType = .float32
  ) -> NDArray { linspace(start, stop, count: count, dtype: dtype) }

  /// The only element, in single precision.
  /// - Returns: the number; a fault when the array has more or fewer than one element
  @_disfavoredOverload
  public func item() -> Float { Float(item() as Double) }
}

/// Numbers at equal distances from `start` to `stop`, both included: `linspace(0, 1, 5)`.
/// - Parameters:
///   - start: the first number
///   - stop: the last number
///   - count: how many, at least 0; 1 gives `start`
///   - dtype: the type to store them as
public func linspace(
  _ start: Double, _ stop: Double, _ count: Int, dtype: DType = .float32
) -> NDArray { .linspace(start, stop, count: count, dtype: dtype) }
