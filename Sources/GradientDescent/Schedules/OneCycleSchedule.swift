/// The curve along which a one-cycle schedule goes from one rate to the next.
public enum CycleShape: Sendable {
  /// Along half a wave of the cosine.
  case cosine
  /// Along a straight line.
  case linear
}

extension Schedule {
  /// Up from peak/divisor to the peak, and down to peak/divisor/finalDivisor.
  ///
  /// The rise ends at the step rise · duration − 1, the fall at duration − 1; the last rate stays from
  /// then on. With three phases the fall to the first rate takes as long as the rise.
  /// - Parameters:
  ///   - peak: the largest rate, at least 0
  ///   - duration: at least 1
  ///   - rise: the share of the duration that the rise takes, 0 to 1
  ///   - divisor: how many times as large as the first rate the peak is, above 0
  ///   - finalDivisor: how many times as large as the last rate the first rate is, above 0
  ///   - shape: how the rate goes from one to the next
  ///   - threePhases: whether to go down to the first rate before going on to the last
  /// - Source: Smith and Topin, Super-convergence, 2018; PyTorch's `OneCycleLR`, without its momentum
  public static func oneCycle(
    peak: Double, over duration: Int, rise: Double = 0.3, divisor: Double = 25,
    finalDivisor: Double = 1e4, shape: CycleShape = .cosine, threePhases: Bool = false
  ) -> Schedule {
    Settings.requireLearningRate("oneCycle", peak)
    requireDuration("oneCycle", duration)
    if !(rise >= 0 && rise <= 1) { fault("oneCycle", "the rise \(rise) is outside of 0 to 1") }
    if !(divisor > 0 && finalDivisor > 0) {
      fault("oneCycle", "the divisors \(divisor) and \(finalDivisor); expected numbers above 0")
    }
    let (first, top) = (peak / divisor, rise * Double(duration) - 1)
    let (last, end) = (first / finalDivisor, Double(duration) - 1)
    var corners = [(0, first), (top, peak), (end, last)]
    if threePhases { corners.insert((2 * rise * Double(duration) - 2, first), at: 2) }
    return Schedule("oneCycle(peak: \(peak), over: \(duration))", peak: peak) { t in
      OneCycle.rate(at: min(Double(t), end), corners, shape)
    }
  }
}

private enum OneCycle {
  /// The rate between the two corners around a time.
  static func rate(at t: Double, _ corners: [(Double, Double)], _ shape: CycleShape) -> Double {
    var phase = 1
    while phase < corners.count - 1 && t > corners[phase].0 { phase += 1 }
    let ((begin, start), (end, goal)) = (corners[phase - 1], corners[phase])
    let progress = end == begin ? 1 : (t - begin) / (end - begin)
    switch shape {
    case .cosine: return CosineAnnealing.rate(from: start, to: goal, progress)
    case .linear: return start + (goal - start) * progress
    }
  }
}
