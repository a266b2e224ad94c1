extension Program {
  static func elementaryFunctions() {
    report("exp", { exp($0) }, { exp($0) })
    report("expm1", { expm1($0) }, { expm1($0) })
    report("log", { log($0) }, { log($0) })
    report("log1p", { log1p($0) }, { log1p($0) })
    report("sin", { sin($0) }, { sin($0) })
    report("cos", { cos($0) }, { cos($0) })
    report("tanh", { tanh($0) }, { tanh($0) })
    report("sigmoid", { sigmoid($0) }, { sigmoid($0) })
    report("erf", { erf($0) }, { erf($0) })
    report("tan", { tan($0) }, { tan($0) })
    report("exp2", { exp2($0) }, { exp2($0) })
    report("log2", { log2($0) }, { log2($0) })
    report("log10", { log10($0) }, { log10($0) })
    report("softplus", { softplus($0) }, { softplus($0) })
    report("pow", { pow($0.magnitude, 1.7) }, { pow($0.magnitude, 1.7) })
    report("pow to x", { pow(1.3, $0) }, { pow(1.3, $0) })
    report("square root", { $0.squareRoot() }, { $0.squareRoot() })
  }

  /// Over all magnitudes, and over those that networks see.
  private static func report(
    _ name: String, _ double: (Double) -> Double, _ single: (Float) -> Float
  ) {
    var numbers = Numbers(3)
    var (doubles, singles) = (Digest(), Digest())
    for _ in 0..<5000 {
      let bits = numbers.bits()
      doubles.add(double(Double(bitPattern: bits)))
      singles.add(single(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
      let x = 10 * numbers.next(Double.self)
      doubles.add(double(x))
      singles.add(single(Float(x)))
    }
    report(name + " float64", doubles)
    report(name + " float32", singles)
  }

  static func wholeArrays() {
    wholeArrays("float32", Float.self)
    wholeArrays("float64", Double.self)
  }

  private static func wholeArrays<T: Element>(_ name: String, _ type: T.Type) {
    var numbers = Numbers(4)
    var digest = Digest()
    for count in [0, 1, 15, 16, 17, 1003] {
      let x = numbers.array(count, T.self).map { $0 * 12 }
      var y = x
      x.withUnsafeBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          guard let from = x.baseAddress, let to = y.baseAddress else { return }
          func run(_ kernel: (UnsafePointer<T>, UnsafeMutablePointer<T>, Int) -> Void) {
            kernel(from, to, count)
            for i in 0..<count { to[i].add(to: &digest) }
          }
          run(ElementaryKernel.exp)
          run(ElementaryKernel.tanh)
          run(ElementaryKernel.sigmoid)
          run(ElementaryKernel.softplus)
          run(ElementaryKernel.log)
          run(ElementaryKernel.log2)
          run(ElementaryKernel.log10)
          run(ElementaryKernel.exp2)
          run(ElementaryKernel.tan)
        }
      }
    }
    report("whole arrays " + name, digest)
  }
}
