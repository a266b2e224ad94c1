import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct MathematicsTests {
    #if arch(x86_64) && os(Linux)
      @Test(
        "an elementary function is as near the truth as it says over a million numbers, and exact at special ones",
        arguments: ElementaryFunction.all)
      func double(function: ElementaryFunction) throws {
        let truth = try #require(Extended.value(function.name))
        var (worst, place) = (0.0, 0.0)
        function.forEachInput { (x: Double) in
          let error = Extended.error(function.double(x), truth(Float80(x)))
          if error > worst { (worst, place) = (error, x) }
        }
        #expect(
          worst <= function.bounds.double,
          "\(function.name)(\(place)) = \(function.double(place)), \(worst) ulp off")
      }

      @Test(
        "an elementary function in single precision is as near the truth as it says over a million numbers",
        arguments: ElementaryFunction.all)
      func single(function: ElementaryFunction) throws {
        let truth = try #require(Extended.value(function.name))
        var (worst, place) = (0.0, Float(0))
        function.forEachInput { (x: Float) in
          let error = Extended.error(function.single(x), truth(Float80(x)))
          if error > worst { (worst, place) = (error, x) }
        }
        #expect(
          worst <= function.bounds.single,
          "\(function.name)(\(place)) = \(function.single(place)), \(worst) ulp off")
      }

      @Test("powers are within 2 ulp over a million pairs")
      func powers() {
        var (worst, place) = (0.0, (0.0, 0.0))
        let random = RandomGenerator(seed: 3)
        func check(_ count: Int, _ pair: () -> (Double, Double)) {
          for _ in 0..<count {
            let (x, y) = pair()
            let truth = Extended.pow(Float80(x), Float80(y))
            let error = Extended.error(pow(x, y), truth)
            if error > worst { (worst, place) = (error, (x, y)) }
          }
        }
        func bits() -> Double { Double(bitPattern: random.next()) }
        func between(_ a: Double, _ b: Double) -> Double { a + (b - a) * random.uniform() }
        check(300_000) { (bits(), bits()) }
        check(300_000) { (between(0, 10), between(-20, 20)) }
        check(100_000) { (1 + between(-5e-4, 5e-4), between(-5e5, 5e5)) }
        // Results of all sizes, beyond what can be written included.
        check(200_000) {
          let x = bits().magnitude
          return (x, between(-1100, 1100) * 0.6931471805599453 / log(x))
        }
        check(100_000) {
          let x = between(0, 3)
          return (x, -between(1020, 1080) * 0.6931471805599453 / log(x))
        }
        check(50_000) {
          (Double(bitPattern: random.next() & 0x000F_FFFF_FFFF_FFFF), between(-1, 1))
        }
        check(50_000) { (between(-10, 10), Double(random.below(41)) - 20) }
        #expect(worst <= 2, "pow\(place) = \(pow(place.0, place.1))")
      }

      @Test("powers of special numbers are those of C99, annex F")
      func specialPowers() {
        let numbers =
          ElementaryFunction.specialNumbers + [
            2, -2, 0.5, -0.5, 3, -3, 1e300, -1e300, 1e-300, 4_503_599_627_370_497,
            9_007_199_254_740_991, -9_007_199_254_740_992, 1.0000000000000002, 0.9999999999999999,
            -1.0000000000000002, 1e19, -1e19, 1e20, -1e20,
          ]
        for x in numbers {
          for y in numbers {
            let error = Extended.error(pow(x, y), Extended.pow(Float80(x), Float80(y)))
            #expect(error <= 2, "pow(\(x), \(y)) = \(pow(x, y))")
            let (a, b) = (Float(x), Float(y))
            let single = Extended.error(pow(a, b), Extended.pow(Float80(a), Float80(b)))
            #expect(single <= 1, "pow(\(a), \(b)) = \(pow(a, b))")
          }
        }
      }
    #endif

    @Test("logarithms of powers are whole, and roundings go to the even half")
    func exact() {
      for power in -300...300 {
        #expect(log10(pow(10, Double(power))) == Double(power))
        #expect(log2(exp2(Double(power))) == Double(power))
      }
      for power in -149...127 { #expect(log2(exp2(Float(power))) == Float(power)) }
      for power in 0...10 { #expect(log10(pow(10, Float(power))) == Float(power), "\(power)") }
      #expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4].map { round($0) } == [0, 2, 2, 0, -2, 2])
      #expect([1.5, -1.5, 2].map { floor($0) } == [1, -2, 2])
      #expect([1.5, -1.5, 2].map { ceil($0) } == [2, -1, 2])
      #expect(sqrt(2.0) == 2.0.squareRoot() && relu(-1.0) == 0 && relu(Float(2)) == 2)
      #expect(relu(Double.nan).isNaN && sqrt(-1.0).isNaN)
    }

    @Test("sixteen numbers at once have the bits that each has alone, in arrays of every length")
    func wholeArrays() {
      let random = RandomGenerator(seed: 4)
      for count in Array(0...50) + [1000, 20_000] {
        let numbers = (0..<count).map { index in
          index % 3 == 0
            ? Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
            : Float(20 * random.uniform() - 10)
        }
        // Sixteen of these take the short ways together, and only a few of the numbers above do.
        let easy = numbers.map { $0.isNaN || $0 == 0 ? 1 : max(0x1p-126, min(100, $0.magnitude)) }
        expectSameBits(easy, ElementaryKernel.exp2, exp2)
        expectSameBits(easy, ElementaryKernel.log2, log2)
        expectSameBits(easy, ElementaryKernel.log10, log10)
        expectSameBits(easy, ElementaryKernel.tan, tan)
        expectSameBits(numbers, ElementaryKernel.exp, exp)
        expectSameBits(numbers, ElementaryKernel.tanh, tanh)
        expectSameBits(numbers, ElementaryKernel.sigmoid, sigmoid)
        expectSameBits(numbers, ElementaryKernel.exp2, exp2)
        expectSameBits(numbers, ElementaryKernel.log, log)
        expectSameBits(numbers, ElementaryKernel.log2, log2)
        expectSameBits(numbers, ElementaryKernel.log10, log10)
        expectSameBits(numbers, ElementaryKernel.softplus, softplus)
        expectSameBits(numbers, ElementaryKernel.tan, tan)
        let doubles = numbers.map(Double.init)
        expectSameBits(doubles, ElementaryKernel.exp, exp)
        expectSameBits(doubles, ElementaryKernel.tanh, tanh)
        expectSameBits(doubles, ElementaryKernel.sigmoid, sigmoid)
        expectSameBits(doubles, ElementaryKernel.exp2, exp2)
        expectSameBits(doubles, ElementaryKernel.log, log)
        expectSameBits(doubles, ElementaryKernel.log2, log2)
        expectSameBits(doubles, ElementaryKernel.log10, log10)
        expectSameBits(doubles, ElementaryKernel.softplus, softplus)
        expectSameBits(doubles, ElementaryKernel.tan, tan)
      }
    }

    private func expectSameBits<T: Element>(
      _ numbers: [T], _ kernel: (UnsafePointer<T>, UnsafeMutablePointer<T>, Int) -> Void,
      _ function: (T) -> T
    ) {
      // One more, which nobody may write.
      var results = [T](repeating: 7, count: numbers.count + 1)
      numbers.withUnsafeBufferPointer { from in
        results.withUnsafeMutableBufferPointer { to in
          guard let x = from.baseAddress, let y = to.baseAddress else { return }
          kernel(x, y, numbers.count)
        }
      }
      #expect(results.last == 7)
      let wrong = zip(numbers, results).first { x, y in
        let expected = function(x)
        return !(expected.isNaN && y.isNaN) && (expected != y || expected.sign != y.sign)
      }
      #expect(wrong == nil)
    }
  }
}
