extension Initializer {
  /// The same number everywhere.
  public static func constant(_ value: Double) -> Initializer {
    Initializer("constant(\(value))") { shape, _ in Array(repeating: value, count: shape.count) }
  }

  /// Zero everywhere; what biases start from.
  public static var zero: Initializer { constant(0) }
}
