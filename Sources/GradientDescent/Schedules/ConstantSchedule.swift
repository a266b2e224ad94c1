extension Schedule {
  /// ηₜ = η
  /// - Parameter rate: η, at least 0
  public static func constant(_ rate: Double) -> Schedule {
    Settings.requireLearningRate("constant", rate)
    return Schedule("constant(\(rate))") { _ in rate }
  }
}
