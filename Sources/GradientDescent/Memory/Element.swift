// The scalars of SIMD vectors are Codable, except under Embedded Swift, which does not have it.
#if hasFeature(Embedded)
  typealias VectorScalar = SIMDScalar
#else
  typealias VectorScalar = SIMDScalar & Codable
#endif

/// A number that kernels compute with: `Float` or `Double`.
protocol Element: BinaryFloatingPoint, VectorScalar, ElementaryFunctions {
  /// As many as one register holds at the instruction set that the engine is compiled for.
  associatedtype Register: SIMD where Register.Scalar == Self
}

#if AVX2
  extension Float: Element { typealias Register = SIMD8<Float> }
  extension Double: Element { typealias Register = SIMD4<Double> }
#else
  extension Float: Element { typealias Register = SIMD4<Float> }
  extension Double: Element { typealias Register = SIMD2<Double> }
#endif

extension Element {
  /// The number as an index; nil unless it is whole, from 0, and below `bound`.
  @inline(__always)
  func index(below bound: Int) -> Int? {
    guard self >= 0, self < Self(bound) else { return nil }
    let index = Int(self)
    return Self(index) == self ? index : nil
  }
}
