// A generator is passed as it is, `using: random`: it is an object, and whoever draws moves its one
// sequence on. `using: &random` does the same.
extension NDArray {
  /// Independent draws from the normal distribution, row by row.
  /// - Parameters:
  ///   - shape: how many to draw
  ///   - mean: the distribution's mean
  ///   - sigma: its standard deviation, at least 0
  ///   - dtype: the type to store them as
  ///   - random: the generator to draw from
  public static func normal(
    _ shape: Shape, mean: Double = 0, sigma: Double = 1, dtype: DType = .float32,
    using random: some RandomSource
  ) -> NDArray {
    var random = random
    return normal(shape, mean: mean, sigma: sigma, dtype: dtype, using: &random)
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
    using random: some RandomSource
  ) -> NDArray {
    var random = random
    return uniform(shape, low: low, high: high, dtype: dtype, using: &random)
  }

  /// Draws from the standard normal distribution by a generator of their own, `NDArray.randn([2, 2], seed:
  /// 1)`: the same for the same seed.
  ///
  /// For more than one array give all of them one generator, `NDArray.normal([2, 2], using: random)`: of
  /// two arrays with one seed, one begins like the other.
  /// - Parameters:
  ///   - shape: how many to draw
  ///   - seed: the seed of the generator
  ///   - dtype: the type to store them as
  /// - Source: NumPy's and PyTorch's `randn`, with `RandomGenerator`'s numbers
  public static func randn(_ shape: Shape, seed: UInt64, dtype: DType = .float32) -> NDArray {
    normal(shape, dtype: dtype, using: RandomGenerator(seed: seed))
  }

  /// Draws from the standard normal distribution, its lengths one by one: `NDArray.randn(2, 2, seed: 1)`.
  /// - Parameters:
  ///   - lengths: those of the axes
  ///   - seed: the seed of the generator
  ///   - dtype: the type to store them as
  public static func randn(_ lengths: Int..., seed: UInt64, dtype: DType = .float32) -> NDArray {
    randn(Shape(lengths), seed: seed, dtype: dtype)
  }

  /// Uniform draws from [0, 1) by a generator of their own, `NDArray.rand([2, 2], seed: 1)`: the same for
  /// the same seed.
  /// - Parameters:
  ///   - shape: how many to draw
  ///   - seed: the seed of the generator
  ///   - dtype: the type to store them as
  /// - Source: NumPy's and PyTorch's `rand`, with `RandomGenerator`'s numbers
  public static func rand(_ shape: Shape, seed: UInt64, dtype: DType = .float32) -> NDArray {
    uniform(shape, dtype: dtype, using: RandomGenerator(seed: seed))
  }
}
