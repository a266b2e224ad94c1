import Foundation
import Notebook
import Testing

@Suite struct ElementaryFunctionTests {
  // That this compiles is half of the test: Foundation has functions of the same names.
  @Test("in a block that imports Foundation the elementary functions are the engine's")
  func clash() {
    let numbers = (1...1000).map { Double($0) * 0.01 }
    #expect(numbers.map { exp($0) } == numbers.map { GradientDescent.exp($0) })
    #expect(numbers.map { tanh($0) } == numbers.map { GradientDescent.tanh($0) })
    // The C library rounds some of these the other way.
    #expect(numbers.map { exp($0) } != numbers.map { Foundation.exp($0) })
    #expect(numbers.map { tanh($0) } != numbers.map { Foundation.tanh($0) })
    let x: Float = 0.5
    let values: [Float] = [
      exp(x), sin(x), cos(x), pow(x, x), erf(x), expm1(x), log1p(x), sqrt(x), ceil(x), exp2(x),
      tan(x),
    ]
    #expect(values.allSatisfy { $0 > 0 } && log(x) < 0 && floor(x) == 0 && round(x) == 0)
    #expect(log2(x) == -1)
    #expect(log10(Float(100)) == 2)
    #expect(round(2.5) == 2)
    #expect(log10(1000.0) == 3)
    #expect([1.0, 2].map(exp) == [exp(1), exp(2)])
  }
}
