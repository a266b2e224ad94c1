// Draws that any generator offers, besides its own sequences. Each draw takes the same steps on every
// machine, whatever the size of `Int`.
extension RandomSource {
  /// Numbers from [low, high), uniformly: low + (high − low)·u.
  /// - Parameters:
  ///   - count: how many, at least 0
  ///   - low: the lower end, finite
  ///   - high: the upper end, never drawn, finite and above `low`
  public func uniforms(_ count: Int, from low: Double = 0, to high: Double = 1) -> [Double] {
    requireCount("uniforms", count)
    if !(low < high) || !(high - low).isFinite {
      fault(
        "uniforms",
        [
          "the range from ", .number(low), " to ", .number(high),
          "; expected finite ends, the lower first",
        ])
    }
    // Rounding can reach the upper end.
    return (0..<count).map { _ in min(low + (high - low) * uniform(), high.nextDown) }
  }

  /// A whole number from a range, uniformly.
  /// - Parameter range: at least one number
  public func integer(in range: Range<Int>) -> Int {
    if range.isEmpty { fault("integer", "there is no whole number in an empty range") }
    let width = UInt64(UInt(bitPattern: range.upperBound) &- UInt(bitPattern: range.lowerBound))
    let step = width < 1 << 32 ? UInt64(below(UInt32(width))) : below(width)
    return range.lowerBound &+ Int(truncatingIfNeeded: step)
  }

  /// Whole numbers from a range, each independent of the others.
  /// - Parameters:
  ///   - count: how many, at least 0
  ///   - range: at least one number
  public func integers(_ count: Int, in range: Range<Int>) -> [Int] {
    requireCount("integers", count)
    return (0..<count).map { _ in integer(in: range) }
  }

  /// True with a given probability.
  /// - Parameter probability: 0 to 1
  public func bernoulli(_ probability: Double) -> Bool {
    if !(0...1).contains(probability) {
      fault("bernoulli", ["the probability ", .number(probability), "; expected 0 to 1"])
    }
    return uniform() < probability
  }

  /// True with a given probability, again and again, each draw independent of the others.
  /// - Parameters:
  ///   - count: how many, at least 0
  ///   - probability: 0 to 1
  public func bernoullis(_ count: Int, _ probability: Double) -> [Bool] {
    requireCount("bernoullis", count)
    return (0..<count).map { _ in bernoulli(probability) }
  }

  /// A whole number from [0, bound) by rejection, for bounds that need more than 32 bits.
  private func below(_ bound: UInt64) -> UInt64 {
    let unused = UInt64(bound.leadingZeroBitCount)
    while true {
      let bits = next() &>> unused
      if bits < bound { return bits }
    }
  }

  func requireCount(_ operation: String, _ count: Int) {
    if count < 0 { fault(operation, [.count(count), " draws; at least 0 are needed"]) }
    if !AvailableMemory.holds(count, size: 16) {
      fault(operation, [.count(count), " draws do not fit in memory"])
    }
  }
}
