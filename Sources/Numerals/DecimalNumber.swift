/// A number written in decimal digits, such as `-12.5e-3`, `inf` or `nan`, read from bytes and rounded
/// correctly to the nearest `Double`, ties to even.
public struct DecimalNumber {
  /// The number.
  public let value: Double
  /// The address behind its last byte.
  public let end: UnsafePointer<UInt8>

  /// Reads the number at an address as far as it goes; nil when there is none.
  /// - Parameters:
  ///   - start: the first byte
  ///   - limit: the address behind the last byte that may be read
  public init?(at start: UnsafePointer<UInt8>, until limit: UnsafePointer<UInt8>) {
    var place = start
    var isNegative = false
    if place < limit, place.pointee == UInt8(ascii: "-") || place.pointee == UInt8(ascii: "+") {
      isNegative = place.pointee == UInt8(ascii: "-")
      place += 1
    }
    var digits = SignificantDigits()
    let whole = place
    place = digits.take(from: place, until: limit)
    var count = place - whole
    if place < limit, place.pointee == UInt8(ascii: ".") {
      let fraction = place + 1
      place = digits.take(from: fraction, until: limit)
      digits.exponent -= place - fraction
      count += place - fraction
    }
    guard count > 0 else {
      guard let word = Self.word(at: whole, until: limit) else { return nil }
      (value, end) = (isNegative ? -word.value : word.value, word.end)
      return
    }
    let digitsEnd = place
    place = digits.takeExponent(from: place, until: limit)
    let magnitude =
      digits.isOutOfRange
      ? digits.number == 0 || digits.exponent < 0 ? 0 : Double.infinity
      : digits.hasDropped
        ? Self.exact(whole, until: digitsEnd, digits) : Self.rounded(digits.number, digits.exponent)
    (value, end) = (isNegative ? -magnitude : magnitude, place)
  }

  /// Reads `nan`, `inf` or `infinity`, in letters of any case.
  private static func word(
    at start: UnsafePointer<UInt8>, until limit: UnsafePointer<UInt8>
  ) -> (value: Double, end: UnsafePointer<UInt8>)? {
    func matches(_ word: StaticString) -> Bool {
      guard limit - start >= word.utf8CodeUnitCount else { return false }
      return (0..<word.utf8CodeUnitCount).allSatisfy { start[$0] | 0x20 == word.utf8Start[$0] }
    }
    if matches("nan") { return (.nan, start + 3) }
    if matches("infinity") { return (.infinity, start + 8) }
    return matches("inf") ? (.infinity, start + 3) : nil
  }

  /// 10⁰ to 10²², which binary numbers represent exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Returns number · 10^exponent, rounded once.
  private static func rounded(_ number: UInt64, _ exponent: Int) -> Double {
    if number <= 1 << 53, (-22...22).contains(exponent) {
      // Both are exact, so that one operation rounds once.
      return exponent < 0
        ? Double(number) / powersOfTen[-exponent] : Double(number) * powersOfTen[exponent]
    }
    #if !hasFeature(Embedded)
      // WebAssembly has no division of 128 bits.
      if (-27...27).contains(exponent) { return ofFullWidth(number, exponent) }
    #endif
    return nearest(DecimalInteger(number), exponent, to: estimate(number, exponent))
  }

  #if !hasFeature(Embedded)
    /// 5⁰ to 5²⁷, the powers of five that fit into 64 bits.
    private static let powersOfFive: [UInt64] = {
      var powers: [UInt64] = [1]
      for place in 0..<27 { powers.append(powers[place] * 5) }
      return powers
    }()

    /// Returns number · 10^exponent from a product or a quotient of 128 bits, of which no bit is lost.
    private static func ofFullWidth(_ number: UInt64, _ exponent: Int) -> Double {
      let power = powersOfFive[abs(exponent)]
      if exponent >= 0 {
        let (high, low) = number.multipliedFullWidth(by: power)
        if high == 0 { return scaled(low, false, exponent) }
        let shift = UInt64(high.leadingZeroBitCount)
        let top = shift == 0 ? high : high << shift | low >> (64 - shift)
        return scaled(top, low << shift != 0, exponent + 64 - Int(shift))
      }
      // The quotient of two numbers with their highest bits set has at least 63 bits.
      let (up, down) = (number.leadingZeroBitCount, power.leadingZeroBitCount)
      let (dividend, divisor) = ((number << UInt64(up)) >> 1, power << UInt64(down))
      let lost = (number << UInt64(up)) & 1
      let (quotient, rest) = divisor.dividingFullWidth((high: dividend, low: lost << 63))
      return scaled(quotient, rest != 0, exponent - up + 1 + down - 64)
    }

    /// Returns bits · 2^power, rounded; `isMore` when the true number is a little larger.
    private static func scaled(_ bits: UInt64, _ isMore: Bool, _ power: Int) -> Double {
      // With its lowest bit set, a number of more than 54 bits is never taken for a tie.
      let number = isMore ? bits | 1 : bits
      return Double(number) * Double(bitPattern: UInt64(1023 + power) << 52)
    }
  #endif

  /// Returns a number within a few units in the last place of number · 10^exponent.
  private static func estimate(_ number: UInt64, _ exponent: Int) -> Double {
    var (estimate, left) = (Double(number), exponent)
    while left > 0, estimate.isFinite {
      let step = min(left, 22)
      estimate *= powersOfTen[step]
      left -= step
    }
    while left < 0, estimate > 0 {
      let step = min(-left, 22)
      estimate /= powersOfTen[step]
      left += step
    }
    return estimate
  }

  /// Reads all digits of a number with more of them than fit into 64 bits.
  private static func exact(
    _ start: UnsafePointer<UInt8>, until end: UnsafePointer<UInt8>, _ digits: SignificantDigits
  ) -> Double {
    // No number halfway between two others has more than 767 digits; a 1 stands for all further ones.
    let most = 770
    var (kept, dropped, hasMore) = ([UInt8](), 0, false)
    var place = start
    while place < end {
      let digit = place.pointee &- UInt8(ascii: "0")
      place += 1
      if digit > 9 || kept.isEmpty && digit == 0 { continue }
      if kept.count < most {
        kept.append(digit)
      } else {
        dropped += 1
        hasMore = hasMore || digit > 0
      }
    }
    var exponent = digits.exponent - digits.droppedCount + dropped
    if hasMore {
      kept.append(1)
      exponent -= 1
    }
    return nearest(
      DecimalInteger(digits: kept), exponent, to: estimate(digits.number, digits.exponent))
  }

  /// Returns the number nearest to integer · 10^exponent, starting from one close to it.
  private static func nearest(
    _ integer: DecimalInteger, _ exponent: Int, to estimate: Double
  ) -> Double {
    var value = min(estimate, .greatestFiniteMagnitude)
    while value.isFinite {
      let above = compare(integer, exponent, toHalfwayAbove: value)
      let isOdd = value.significandBitPattern & 1 == 1
      if above > 0 || above == 0 && isOdd {
        value = value.nextUp
        continue
      }
      if value == 0 { return value }
      let below = compare(integer, exponent, toHalfwayAbove: value.nextDown)
      if below > 0 || below == 0 && !isOdd { return value }
      value = value.nextDown
    }
    return value
  }

  /// Compares integer · 10^exponent with the number halfway between a finite number and the next one:
  /// -1 when it is less, 1 when it is more.
  private static func compare(
    _ integer: DecimalInteger, _ exponent: Int, toHalfwayAbove value: Double
  ) -> Int {
    let isNormal = value.exponentBitPattern > 0
    let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let power = (isNormal ? Int(value.exponentBitPattern) : 1) - 1076
    var (left, right) = (integer, DecimalInteger(2 * significand + 1))
    if exponent >= 0 {
      left.multiply(by: 5, times: exponent)
    } else {
      right.multiply(by: 5, times: -exponent)
    }
    let twos = exponent - power
    if twos >= 0 {
      left.multiply(by: 2, times: twos)
    } else {
      right.multiply(by: 2, times: -twos)
    }
    return left.compare(with: right)
  }
}

/// The first 19 significant digits of a number, and the power of ten of the last of them.
private struct SignificantDigits {
  /// The digits as an integer.
  var number: UInt64 = 0
  /// The power of ten by which it is multiplied.
  var exponent = 0
  /// The number of digits behind the first 19.
  var droppedCount = 0
  /// True when one of those is not zero.
  var hasDropped = false

  /// True for 0 and for numbers that are far too small or too large for a `Double`.
  var isOutOfRange: Bool { number == 0 || !(-345...310).contains(exponent) }

  /// The first number with 19 digits: no further one fits.
  private static let full: UInt64 = 1_000_000_000_000_000_000

  /// Takes digits as far as they go.
  /// - Returns: the address behind the last one
  @inline(__always)
  mutating func take(from start: UnsafePointer<UInt8>, until limit: UnsafePointer<UInt8>)
    -> UnsafePointer<UInt8>
  {
    var place = start
    while place < limit {
      let digit = place.pointee &- UInt8(ascii: "0")
      if digit > 9 { break }
      if number < Self.full {
        number = number &* 10 &+ UInt64(digit)
      } else {
        droppedCount += 1
        exponent += 1
        hasDropped = hasDropped || digit > 0
      }
      place += 1
    }
    return place
  }

  /// Takes `e-05`, if it is there.
  /// - Returns: the address behind it
  @inline(__always)
  mutating func takeExponent(
    from start: UnsafePointer<UInt8>, until limit: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    guard start < limit, start.pointee | 0x20 == UInt8(ascii: "e") else { return start }
    var place = start + 1
    var isNegative = false
    if place < limit, place.pointee == UInt8(ascii: "-") || place.pointee == UInt8(ascii: "+") {
      isNegative = place.pointee == UInt8(ascii: "-")
      place += 1
    }
    let first = place
    var power = 0
    while place < limit {
      let digit = place.pointee &- UInt8(ascii: "0")
      if digit > 9 { break }
      // Far beyond all numbers that are neither 0 nor infinite.
      if power < 100_000_000 { power = power * 10 + Int(digit) }
      place += 1
    }
    guard place > first else { return start }
    exponent += isNegative ? -power : power
    return place
  }
}
