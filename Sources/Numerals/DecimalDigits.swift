/// The decimal digits of a finite number's magnitude: `d₀.d₁d₂… × 10^exponent`.
public struct DecimalDigits: Equatable, Sendable {
  /// The digits, 0 to 9, the highest first; never empty.
  public private(set) var digits: [UInt8]
  /// The power of ten of the first digit.
  public private(set) var exponent: Int

  /// Makes all digits of the binary number, up to 767 of them, without any rounding.
  public init(exactly value: Double) {
    var significand = value.significandBitPattern
    var power = -1074
    if value.exponentBitPattern > 0 {
      significand |= 1 << 52
      power = Int(value.exponentBitPattern) - 1075
    }
    guard significand > 0 else {
      (digits, exponent) = ([0], 0)
      return
    }
    power += significand.trailingZeroBitCount
    significand >>= UInt64(significand.trailingZeroBitCount)
    var integer = DecimalInteger(significand)
    // m · 2⁻ᵏ is m · 5ᵏ with the decimal point moved by k places.
    if power >= 0 {
      integer.multiply(by: 2, times: power)
    } else {
      integer.multiply(by: 5, times: -power)
    }
    digits = integer.digits
    exponent = digits.count - 1 + min(power, 0)
  }

  /// Makes the fewest digits that read back as the same number.
  public init(shortest value: Double) { self.init(reading: value.magnitude.description) }

  /// Makes the fewest digits that read back as the same number in single precision.
  public init(shortest value: Float) { self.init(reading: value.magnitude.description) }

  /// Reads a description such as `12.5` or `5e-05`.
  private init(reading text: String) {
    digits = []
    var pointAt: Int?
    var power = 0
    var powerIsNegative = false
    var inPower = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."): pointAt = digits.count
      case UInt8(ascii: "e"): inPower = true
      case UInt8(ascii: "-"): powerIsNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if inPower { power = power * 10 + Int(digit) } else { digits.append(digit) }
      default: break
      }
    }
    exponent = (pointAt ?? digits.count) - 1 + (powerIsNegative ? -power : power)
    let leading = digits.prefix { $0 == 0 }.count
    guard leading < digits.count else {
      (digits, exponent) = ([0], 0)
      return
    }
    digits.removeFirst(leading)
    exponent -= leading
    dropTrailingZeros()
  }

  /// True when the number is zero.
  public var isZero: Bool { digits == [0] }

  /// Removes zeros at the end, except the only digit of zero.
  public mutating func dropTrailingZeros() {
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  /// Multiplies by ten to the power `places`.
  public mutating func move(by places: Int) { exponent += places }

  /// Rounds to the first `count` digits, with ties to even.
  ///
  /// With `count` 0 the result is 0 or one unit of the place before the first digit; with a
  /// negative count it is 0.
  public mutating func round(toCount count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      (digits, exponent) = ([0], 0)
      return
    }
    let first = digits[count]
    let isOverHalf = first > 5 || first == 5 && digits[(count + 1)...].contains { $0 != 0 }
    let isHalf = first == 5 && !isOverHalf
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    digits.removeLast(digits.count - count)
    if isOverHalf || isHalf && isOdd {
      increment()
    } else if digits.isEmpty {
      (digits, exponent) = ([0], 0)
    }
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  /// Returns the digits of the places from 10^`highest` down to 10^`lowest`, with zeros for missing
  /// ones.
  public func places(from highest: Int, downTo lowest: Int) -> String {
    var text = ""
    var place = highest
    while place >= lowest {
      let index = exponent - place
      let digit = index >= 0 && index < digits.count ? digits[index] : 0
      text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + digit))
      place -= 1
    }
    return text
  }
}
