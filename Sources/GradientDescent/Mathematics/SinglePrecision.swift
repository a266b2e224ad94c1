/// The numbers that the elementary functions in single precision are written for: one `Float`, or sixteen
/// of them side by side. Nothing branches, so both go the same way and come to the same bits.
protocol SinglePrecision {
  init(repeating value: Float)

  static func + (a: Self, b: Self) -> Self
  static func + (a: Self, b: Float) -> Self
  static func - (a: Self, b: Self) -> Self
  static func - (a: Self, b: Float) -> Self
  static func * (a: Self, b: Self) -> Self
  static func * (a: Self, b: Float) -> Self
  static func / (a: Self, b: Self) -> Self

  /// The number without its sign.
  var size: Self { get }

  /// `bound` where the number is above it; nan stays nan.
  func atMost(_ bound: Float) -> Self

  /// `bound` where the number is below it; nan stays nan.
  func atLeast(_ bound: Float) -> Self

  /// This number where `other` is below `bound`, and `alternative` elsewhere.
  func chosen(where other: Self, isBelow bound: Float, else alternative: Self) -> Self

  /// A number that is not negative, with another's sign.
  func signed(like other: Self) -> Self

  /// e and m with x = m · 2ᵉ and √½ ≤ m < √2, for a normal number above 0.
  var parts: (exponent: Self, m: Self) { get }

  /// 2ᵏ for −127 < k < 128, where k stands in the lowest bits: the number is `shift` + k.
  var powerOfTwo: Self { get }
}

extension SinglePrecision {
  /// Adding 1.5 · 2²³ to a number below 2²² rounds it to a whole one.
  static var shift: Float {
    @inline(__always) get { 0x1.8p23 }
  }
}

extension Float: SinglePrecision {
  @inline(__always)
  init(repeating value: Float) { self = value }

  var size: Float {
    @inline(__always) get { Float(bitPattern: bitPattern & 0x7FFF_FFFF) }
  }

  @inline(__always)
  func atMost(_ bound: Float) -> Float { self > bound ? bound : self }

  @inline(__always)
  func atLeast(_ bound: Float) -> Float { self < bound ? bound : self }

  @inline(__always)
  func chosen(where other: Float, isBelow bound: Float, else alternative: Float) -> Float {
    other < bound ? self : alternative
  }

  @inline(__always)
  func signed(like other: Float) -> Float {
    Float(bitPattern: bitPattern | (other.bitPattern & 0x8000_0000))
  }

  var parts: (exponent: Float, m: Float) {
    @inline(__always) get {
      // The exponent's bits, counted from √½.
      let e = (Int32(bitPattern: bitPattern) &- 0x3F35_04F3) &>> 23
      let shifted = Float(bitPattern: UInt32(bitPattern: 0x4B40_0000 &+ e))
      let m = Float(bitPattern: bitPattern &- UInt32(bitPattern: e &<< 23))
      return (shifted - Float.shift, m)
    }
  }

  var powerOfTwo: Float {
    @inline(__always) get { Float(bitPattern: bitPattern &<< 23 &+ 0x3F80_0000) }
  }
}

extension SIMD16<Float>: SinglePrecision {
  private var bits: SIMD16<UInt32> {
    @inline(__always) get { unsafeBitCast(self, to: SIMD16<UInt32>.self) }
  }

  @inline(__always)
  private init(bits: SIMD16<UInt32>) { self = unsafeBitCast(bits, to: SIMD16<Float>.self) }

  var size: SIMD16<Float> {
    @inline(__always) get { SIMD16(bits: bits & 0x7FFF_FFFF) }
  }

  @inline(__always)
  func atMost(_ bound: Float) -> SIMD16<Float> { replacing(with: bound, where: self .> bound) }

  @inline(__always)
  func atLeast(_ bound: Float) -> SIMD16<Float> { replacing(with: bound, where: self .< bound) }

  @inline(__always)
  func chosen(
    where other: SIMD16<Float>, isBelow bound: Float, else alternative: SIMD16<Float>
  ) -> SIMD16<Float> {
    alternative.replacing(with: self, where: other .< bound)
  }

  @inline(__always)
  func signed(like other: SIMD16<Float>) -> SIMD16<Float> {
    SIMD16(bits: bits | (other.bits & 0x8000_0000))
  }

  var parts: (exponent: SIMD16<Float>, m: SIMD16<Float>) {
    @inline(__always) get {
      let whole = unsafeBitCast(self, to: SIMD16<Int32>.self)
      let e = (whole &- 0x3F35_04F3) &>> 23
      let shifted = unsafeBitCast(e &+ 0x4B40_0000, to: SIMD16<Float>.self)
      let m = unsafeBitCast(whole &- (e &<< 23), to: SIMD16<Float>.self)
      return (shifted - Self.shift, m)
    }
  }

  var powerOfTwo: SIMD16<Float> {
    @inline(__always) get { SIMD16(bits: bits &<< 23 &+ 0x3F80_0000) }
  }
}
