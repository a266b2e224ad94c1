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

  /// This number where `other` is odd, and `alternative` elsewhere; `other` stands in the lowest bits, as in
  /// `powerOfTwo`.
  func chosen(whereOdd other: Self, else alternative: Self) -> Self

  /// A number that is not negative, with another's sign.
  func signed(like other: Self) -> Self

  /// True if every number is normal and above 0.
  var isPlain: Bool { get }

  /// True if the size of every number is below `bound`.
  func isWithin(_ bound: Float) -> Bool

  /// e · 2²³ and m with x = m · 2ᵉ and √½ ≤ m < √2, for a normal number above 0.
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
  func chosen(whereOdd other: Float, else alternative: Float) -> Float {
    other.bitPattern & 1 == 1 ? self : alternative
  }

  @inline(__always)
  func signed(like other: Float) -> Float {
    Float(bitPattern: bitPattern | (other.bitPattern & 0x8000_0000))
  }

  var isPlain: Bool {
    @inline(__always) get { self >= 0x1p-126 && self < .infinity }
  }

  @inline(__always)
  func isWithin(_ bound: Float) -> Bool { size < bound }

  var parts: (exponent: Float, m: Float) {
    @inline(__always) get {
      // The exponent's bits, counted from √½.
      let e = (Int32(bitPattern: bitPattern) &- 0x3F35_04F3) & -0x80_0000
      return (Float(e), Float(bitPattern: bitPattern &- UInt32(bitPattern: e)))
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

  private var whole: SIMD16<Int32> {
    @inline(__always) get { unsafeBitCast(self, to: SIMD16<Int32>.self) }
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
  func chosen(whereOdd other: SIMD16<Float>, else alternative: SIMD16<Float>) -> SIMD16<Float> {
    alternative.replacing(with: self, where: other.whole &<< 31 .< SIMD16<Int32>(repeating: 0))
  }

  @inline(__always)
  func signed(like other: SIMD16<Float>) -> SIMD16<Float> {
    SIMD16(bits: bits | (other.bits & 0x8000_0000))
  }

  var isPlain: Bool {
    // The bits of such numbers begin at 2²³ and end before 255 · 2²³. Turned until they begin with the least
    // whole number, one comparison is enough.
    @inline(__always) get { all(whole &+ 0x7F80_0000 .< SIMD16<Int32>(repeating: -0x100_0000)) }
  }

  @inline(__always)
  func isWithin(_ bound: Float) -> Bool { all(size .< bound) }

  var parts: (exponent: SIMD16<Float>, m: SIMD16<Float>) {
    @inline(__always) get {
      let e = (whole &- 0x3F35_04F3) & -0x80_0000
      // One by one, it is one instruction; the initializer of vectors from vectors is sixteen.
      var exponent = SIMD16<Float>()
      for lane in 0..<16 { exponent[lane] = Float(e[lane]) }
      return (exponent, unsafeBitCast(whole &- e, to: SIMD16<Float>.self))
    }
  }

  var powerOfTwo: SIMD16<Float> {
    @inline(__always) get { SIMD16(bits: bits &<< 23 &+ 0x3F80_0000) }
  }
}
