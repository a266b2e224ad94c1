import Charts

extension Axis {
  /// The name of the values along the axis.
  var name: String { label.isEmpty ? "y" : label }

  /// The power of ten at which a symmetric logarithmic scale turns from linear to logarithmic.
  var thresholdExponent: Int {
    guard scale == .symmetricLog, threshold.isFinite, threshold > 0 else { return 0 }
    return Int((decimalLogarithm(threshold) + 1e-9).rounded(.down))
  }

  /// The specified domain, if an axis of this scale can show it.
  var usableDomain: ClosedRange<Double>? {
    guard let domain, domain.lowerBound < domain.upperBound,
      PositionScale.places(domain.lowerBound, on: scale),
      PositionScale.places(domain.upperBound, on: scale)
    else { return nil }
    return domain
  }

  /// Returns the name of a category, or its 1-based number if it has none.
  func category(_ index: Int) -> String {
    index < categories.count ? categories[index] : "\(index + 1)"
  }
}
