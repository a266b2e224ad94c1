/// Arithmetic with many numbers; sums in the order of `Lanes`.
enum Vector {
  /// Σ aᵢbᵢ
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { x in
      b.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        return Lanes.dot(x, y, min(a.count, b.count))
      }
    }
  }

  /// a + factor · b
  static func sum(_ a: [Double], _ b: [Double], times factor: Double) -> [Double] {
    var result = a
    add(b, times: factor, to: &result)
    return result
  }

  /// a ← a + factor · b
  static func add(_ b: [Double], times factor: Double, to a: inout [Double]) {
    for i in a.indices { a[i] += factor * b[i] }
  }

  /// factor · a
  static func product(_ a: [Double], _ factor: Double) -> [Double] { a.map { factor * $0 } }

  /// max |aᵢ|; nan if one is.
  static func largest(_ a: [Double]) -> Double {
    var result = 0.0
    for x in a { result = larger(result, x.magnitude) }
    return result
  }
}
