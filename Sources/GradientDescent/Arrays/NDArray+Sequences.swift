extension NDArray {
  /// The numbers start, start + step, start + 2·step and so on, up to but not including `stop`.
  /// - Parameters:
  ///   - start: the first number
  ///   - stop: what all numbers are below, or above when the step is negative
  ///   - step: the distance of neighbours, not 0
  ///   - dtype: the type to store them as
  public static func arange(
    _ start: Double, _ stop: Double, step: Double = 1, dtype: DType = .float32
  ) -> NDArray {
    let count = ((stop - start) / step).rounded(.up)
    if step == 0 || !(count < 0x1p31) {
      fault("arange", "from \(start) to \(stop) by \(step) there is no end")
    }
    return NDArray((0..<Int(Swift.max(count, 0))).map { start + Double($0) * step }, dtype: dtype)
  }

  /// The numbers 0, 1, 2 and so on below `count`.
  /// - Parameters:
  ///   - count: how many, at least 0
  ///   - dtype: the type to store them as
  public static func arange(_ count: Int, dtype: DType = .float32) -> NDArray {
    if count < 0 { fault("arange", "\(count) numbers; at least 0 are needed") }
    Shape(count).requireMemory(16)
    return NDArray((0..<count).map { Double($0) }, dtype: dtype)
  }

  /// Numbers at equal distances from `start` to `stop`, both included.
  /// - Parameters:
  ///   - start: the first number
  ///   - stop: the last number
  ///   - count: how many, at least 0; 1 gives `start`
  ///   - dtype: the type to store them as
  public static func linspace(
    _ start: Double, _ stop: Double, count: Int, dtype: DType = .float32
  ) -> NDArray {
    if count < 0 { fault("linspace", "\(count) numbers; at least 0 are needed") }
    Shape(count).requireMemory(16)
    let step = (stop - start) / Double(Swift.max(count - 1, 1))
    let values = (0..<count).map { place in
      place > 0 && place == count - 1 ? stop : start + Double(place) * step
    }
    return NDArray(values, dtype: dtype)
  }

  /// The square matrix with ones on its diagonal and zeros elsewhere.
  /// - Parameters:
  ///   - size: the number of rows and of columns, at least 0
  ///   - dtype: the type to store them as
  public static func identity(_ size: Int, dtype: DType = .float32) -> NDArray {
    var matrix = zeros([size, size], dtype: dtype)
    for place in 0..<size { matrix[place, place] = 1 }
    return matrix
  }
}
