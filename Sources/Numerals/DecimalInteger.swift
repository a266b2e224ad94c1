/// An integer of any size, stored in groups of nine decimal digits.
struct DecimalInteger {
  private static let base: UInt64 = 1_000_000_000
  /// The groups, the lowest first; the last is not zero.
  private var groups: [UInt32] = []

  /// The number `value`, which is at least 1.
  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      groups.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  /// The number with the given decimal digits, 0 to 9, the highest first and not zero.
  init(digits: [UInt8]) {
    var end = digits.count
    while end > 0 {
      let start = max(0, end - 9)
      groups.append(digits[start..<end].reduce(0) { $0 * 10 + UInt32($1) })
      end = start
    }
  }

  /// Returns -1 when this number is less than another, 0 when they are equal, and 1 when it is more.
  func compare(with other: DecimalInteger) -> Int {
    if groups.count != other.groups.count { return groups.count < other.groups.count ? -1 : 1 }
    for index in groups.indices.reversed() where groups[index] != other.groups[index] {
      return groups[index] < other.groups[index] ? -1 : 1
    }
    return 0
  }

  /// Multiplies by `factor` to the power `times`; `factor` is 2 or 5.
  mutating func multiply(by factor: UInt32, times: Int) {
    // 5¹³ and 2¹³ fit into 32 bits.
    var power: UInt32 = 1
    for _ in 0..<13 { power *= factor }
    for _ in 0..<(times / 13) { multiply(by: power) }
    for _ in 0..<(times % 13) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in groups.indices {
      let product = UInt64(groups[index]) * UInt64(factor) + carry
      groups[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    while carry > 0 {
      groups.append(UInt32(carry % Self.base))
      carry /= Self.base
    }
  }

  /// The decimal digits, 0 to 9, the highest first, without leading zeros.
  var digits: [UInt8] {
    var result: [UInt8] = []
    for group in groups {
      var rest = group
      for _ in 0..<9 {
        result.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while result.count > 1, result.last == 0 { result.removeLast() }
    result.reverse()
    return result
  }
}
