extension Initializer {
  /// Independent draws from the uniform distribution on [−scale, scale), as Gluon's `init.Uniform`.
  /// - Parameter scale: half the width, at least 0
  public static func uniform(scale: Double = 0.07) -> Initializer {
    if !(scale >= 0) { fault("uniform", "the scale \(scale); at least 0 is needed") }
    return Initializer("uniform(scale: \(scale))") { shape, random in
      (0..<shape.count).map { _ in scale * (2 * random.uniform() - 1) }
    }
  }
}
