extension ArrayDataset {
  /// Noisy heights of a sine: y = sin x + σ·noise, x uniform in [−π, π).
  ///
  /// All x are drawn first, then the noise.
  /// - Shape: data `[count, 1]`, labels `[count]`
  /// - Parameters:
  ///   - count: the number of examples, at least 1
  ///   - noise: σ, at least 0
  ///   - dtype: the type of data and labels
  ///   - random: the generator to draw from
  public static func sineWave(
    _ count: Int, noise: Double = 0.1, dtype: DType = .float32,
    using random: inout some RandomSource
  ) -> ArrayDataset {
    requireExamples("sineWave", count, noise: noise)
    let x = random.uniforms(count, from: -Double.pi, to: Double.pi)
    let offsets = random.normals(count)
    let y = (0..<count).map { sin(x[$0]) + noise * offsets[$0] }
    return ArrayDataset(NDArray(x, shape: [count, 1], dtype: dtype), NDArray(y, dtype: dtype))
  }
}
