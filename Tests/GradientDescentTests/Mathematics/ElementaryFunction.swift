import Testing

@testable import GradientDescent

/// A function of one number that the engine computes for itself, and what is tried on it.
struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  var name: String
  var double: @Sendable (Double) -> Double
  var single: @Sendable (Float) -> Float
  /// How far the results may be from the truth, in ulp: what the functions' documentation says.
  var bounds: (double: Double, single: Double)
  /// Where its numbers are neither trivial nor infinite.
  var ranges: [ClosedRange<Double>]
  /// Where its formula changes or its result ends.
  var edges: [Double]

  var testDescription: String { name }

  /// A new function is one row, and one in `Extended`.
  static let all = [
    ElementaryFunction(
      name: "exp", double: { exp($0) }, single: { exp($0) }, bounds: (1, 1.1),
      ranges: [-1...1, -745...710, -750 ... -700, 708...710, -104 ... -80, 80...89],
      edges: [
        709.782712893384, 709.8, -745.1332191019411, -746, -708.3964185322641, 0.34657359,
        88.722839, -103.972084, -87.336548, 89, -105,
      ]),
    ElementaryFunction(
      name: "expm1", double: { expm1($0) }, single: { expm1($0) }, bounds: (2, 0.51),
      ranges: [-1...1, -50...50, -3...3, 0...710], edges: [40, -40, 709.782712893384, 0.34657359]),
    ElementaryFunction(
      name: "log", double: { log($0) }, single: { log($0) }, bounds: (1, 1),
      ranges: [0...1, 0.5...2, 0.9...1.1, 1...1e10],
      edges: [1, 1.4142135623730951, 0.7071067811865476, 0x1p-1022, 0x1p-126]),
    ElementaryFunction(
      name: "log2", double: { log2($0) }, single: { log2($0) }, bounds: (2, 2),
      ranges: [0...1, 0.5...2, 0.9...1.1, 1...1e10],
      edges: [1, 1.4142135623730951, 0.7071067811865476, 0x1p-1022, 0x1p-126, 8, 0x1p60]),
    ElementaryFunction(
      name: "log10", double: { log10($0) }, single: { log10($0) }, bounds: (2, 2),
      ranges: [0...1, 0.5...2, 0.9...1.1, 1...1e10],
      edges: [1, 1.4142135623730951, 0.7071067811865476, 0x1p-1022, 0x1p-126, 1000, 1e10]),
    ElementaryFunction(
      name: "exp2", double: { exp2($0) }, single: { exp2($0) }, bounds: (1, 1.1),
      ranges: [-1...1, -1075...1024, -1080 ... -1000, 1020...1024, -150 ... -120, 120...128],
      edges: [1024, -1074, -1075, -1022, 0.5, 128, -149, -150, -126, 129, -152]),
    ElementaryFunction(
      name: "softplus", double: { softplus($0) }, single: { softplus($0) }, bounds: (3, 3),
      ranges: [-1...1, -40...40, -746 ... -700, -104 ... -80, 0...50],
      edges: [-745.1332191019411, -103.972084, -87.336548, 36.7, 16.6, 20]),
    ElementaryFunction(
      name: "tan", double: { tan($0) }, single: { tan($0) }, bounds: (3, 2),
      ranges: [-4...4, -100...100, -2048...2048, -1e6...1e6, 1e15...1e17, 1e300...1e308],
      edges: [
        1e300, .pi, 0.7853981633974483, 1.5707963267948966, 0x1p20, 0x1p-27, 355, 1e22, 2048,
        2046.7475681771784,
      ]),
    ElementaryFunction(
      name: "log1p", double: { log1p($0) }, single: { log1p($0) }, bounds: (2, 0.51),
      ranges: [-1...1, -0.01...0.01, 1...100], edges: [-1, 0x1p-53, 1, 0.4142135623730951]),
    ElementaryFunction(
      name: "sin", double: { sin($0) }, single: { sin($0) }, bounds: (1, 0.51),
      ranges: [-4...4, -100...100, -1e6...1e6, 1e15...1e17, 1e300...1e308],
      edges: [1e300, .pi, 0.7853981633974483, 1.5707963267948966, 0x1p20, 0x1p-27, 355, 1e22]),
    ElementaryFunction(
      name: "cos", double: { cos($0) }, single: { cos($0) }, bounds: (1, 0.51),
      ranges: [-4...4, -100...100, -1e6...1e6, 1e15...1e17, 1e300...1e308],
      edges: [1e300, .pi, 0.7853981633974483, 1.5707963267948966, 0x1p20, 0x1p-27, 355, 1e22]),
    ElementaryFunction(
      name: "tanh", double: { tanh($0) }, single: { tanh($0) }, bounds: (2, 2),
      ranges: [-1...1, -3...3, -25...25], edges: [0.625, 20, 9.01, 9.18, 19.06]),
    ElementaryFunction(
      name: "sigmoid", double: { sigmoid($0) }, single: { sigmoid($0) }, bounds: (2, 2),
      ranges: [-1...1, -40...40, -746 ... -700, -104 ... -80],
      edges: [-745.1332191019411, -708.3964185322641, -103.972084, -87.336548, 36.7, 16.6]),
    ElementaryFunction(
      name: "erf", double: { erf($0) }, single: { erf($0) }, bounds: (2, 0.51),
      ranges: [-1...1, -3...3, -7...7, 0.9...1.1], edges: [1, 6, 5.9, 3.8]),
  ]

  /// Calls `body` with a million numbers and more: of all magnitudes, in the ranges, around the edges,
  /// and the special ones.
  func forEachInput(_ body: (Double) -> Void) {
    let random = RandomGenerator(seed: 1)
    for _ in 0..<250_000 { body(Double(bitPattern: random.next())) }
    for _ in 0..<20_000 { body(Double(bitPattern: random.next() & 0x800F_FFFF_FFFF_FFFF)) }
    for _ in 0..<100_000 {
      body(
        (random.uniform() - 0.5)
          * Double(sign: .plus, exponent: -Int(random.next() % 60), significand: 1))
    }
    let share = 750_000 / ranges.count
    for range in ranges {
      let length = range.upperBound - range.lowerBound
      for _ in 0..<share { body(range.lowerBound + length * random.uniform()) }
    }
    for edge in edges {
      var (below, above) = (edge, edge)
      for _ in 0..<200 {
        for x in [below, above, -below, -above] { body(x) }
        (below, above) = (below.nextDown, above.nextUp)
      }
    }
    for x in Self.specialNumbers { body(x) }
  }

  /// The same in single precision.
  func forEachInput(_ body: (Float) -> Void) {
    let random = RandomGenerator(seed: 2)
    for _ in 0..<1_000_000 { body(Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))) }
    for range in ranges {
      let length = range.upperBound - range.lowerBound
      for _ in 0..<50_000 { body(Float(range.lowerBound + length * random.uniform())) }
    }
    for edge in edges {
      var (below, above) = (Float(edge), Float(edge))
      for _ in 0..<200 {
        for x in [below, above, -below, -above] { body(x) }
        (below, above) = (below.nextDown, above.nextUp)
      }
    }
    for x in Self.specialNumbers { body(Float(x)) }
  }

  static let specialNumbers: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, 1, -1, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude,
    -.leastNonzeroMagnitude, 0x1p-149, -0x1p-149,
  ]
}
