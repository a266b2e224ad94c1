extension Initializer {
  /// Independent draws from the normal distribution with mean 0, as Gluon's `init.Normal`.
  /// - Parameter sigma: the standard deviation, at least 0
  public static func normal(sigma: Double = 0.01) -> Initializer {
    if !(sigma >= 0) { fault("normal", "the standard deviation \(sigma) is negative") }
    return Initializer("normal(sigma: \(sigma))") { shape, random in
      random.normals(shape.count).map { sigma * $0 }
    }
  }
}
