/// Extremes and sums of numbers that lie side by side.
enum Rows {
  /// The greatest number, −∞ for none; nan is passed over unless it comes first.
  @inline(__always)
  static func greatest<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    if count == 0 { return -.infinity }
    var greatest = x[0]
    for i in 1..<count { greatest = x[i] > greatest ? x[i] : greatest }
    return greatest
  }

  /// The index of the greatest or of the least number, the first of several; of the first nan, if any.
  @inline(__always)
  static func extreme<T: Element>(
    _ x: UnsafePointer<T>, _ count: Int, isGreatest: Bool
  ) -> Int {
    var best = 0
    for i in 0..<count {
      if x[best].isNaN { break }
      if (isGreatest ? x[i] > x[best] : x[i] < x[best]) || x[i].isNaN { best = i }
    }
    return best
  }

  /// Σ term(x[i]), in the order of `Lanes`.
  @inline(__always)
  static func sum<T: Element>(
    _ x: UnsafePointer<T>, _ count: Int, _ term: (T) -> T
  ) -> T {
    Lanes.sum(count) { start in
      var terms = SIMD16<T>.zero
      for lane in 0..<16 { terms[lane] = term(x[start + lane]) }
      return terms
    } rest: {
      term(x[$0])
    }
  }
}
