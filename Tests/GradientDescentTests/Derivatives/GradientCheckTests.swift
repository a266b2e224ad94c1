import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct GradientCheckTests {
    /// x², with a gradient that is wrong in its last element by a share of itself.
    struct WrongSquare: GradientDescent.Operation {
      let share: Double

      func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
        let (x, y) = (inputs.first.pointer(T.self), result.pointer(T.self))
        for i in 0..<result.count { y[i] = x[i] * x[i] }
      }

      func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node)
      {
        let (x, g) = (inputs.first.pointer(T.self), gradient.pointer(T.self))
        inputs.first.addToGradient {
          2 * x[$0] * g[$0] * ($0 == result.count - 1 ? 1 + T(share) : 1)
        }
      }
    }

    let point = NDArray([0.5, -2, 3], dtype: .float64)

    @Test("a right gradient differs by rounding only")
    func right() {
      #expect(gradientCheck(of: { ($0 * 3).sin() }, at: point).largestError < 1e-8)
      let single = gradientCheck(of: { ($0 * 3).sin() }, at: point.asType(.float32))
      #expect(single.largestError < 1e-2)
      #expect(gradientCheck(of: { 0 * $0 + 3 }, at: point).largestError == 0)
      // Without any error the first slope is told.
      let exact = gradientCheck(of: { 2 * $0 }, at: NDArray([1.0], dtype: .float64), step: 0.5)
      #expect(exact.largestError == 0 && exact.exact == 2 && exact.difference == 2)
      #expect(gradientCheck(of: { $0 }, at: point).largestError < 1e-9)
    }

    @Test("a wrong gradient is found, and where", arguments: [1e-5, 0.1, -2])
    func wrong(share: Double) {
      let check = gradientCheck(
        of: { .operation(WrongSquare(share: share), $0.shape, $0.node) }, at: point)
      #expect(check.place == 2)
      #expect(abs(check.difference - 6) < 1e-8)
      #expect(abs(check.exact - 6 * (1 + share)) < 1e-12)
      let expected = abs(share) / max(1, abs(1 + share))
      #expect(abs(check.largestError - expected) < 1e-8)
    }

    @Test("a coarser step shows a larger error, of the second order")
    func step() {
      let coarse = gradientCheck(of: { $0.exp() }, at: [1], step: 0.1)
      #expect(coarse.largestError < 0.002)
      let errors = [0.1, 0.05].map { step in
        gradientCheck(of: { $0.exp() }, at: NDArray([1], dtype: .float64), step: step).largestError
      }
      #expect(abs(errors[0] / errors[1] - 4) < 0.02)
    }

    @Test("nan counts as the largest error")
    func notANumber() {
      let point = NDArray([-1, 2], dtype: .float64)
      let check = gradientCheck(of: { $0.squareRoot()[row: 0] + $0[row: 1] }, at: point)
      #expect(check.largestError.isNaN)
      #expect(check.exact.isNaN)
      #expect(check.place == 0)
    }

    @Test("a network's gradients are checked and its parameters left as they were")
    func network() throws {
      var random = RandomGenerator(seed: 2)
      let x = NDArray.normal([5, 2], dtype: .float64, using: &random)
      let y = NDArray.normal([5, 1], dtype: .float64, using: &random)
      let (first, second) = (Dense(3), Dense(1))
      for layer in [first, second] {
        layer.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
      }
      let loss = { L2Loss()(second(first(x).tanh()), y).mean() }
      record(loss).backward()
      let parameters = first.parameters + second.parameters
      parameters[0].accumulatesGradient = true
      let before = parameters.map { ($0.data.elements, $0.gradient?.elements) }
      #expect(gradientCheck(of: parameters, loss: loss).largestError < 1e-7)
      for (parameter, values) in zip(parameters, before) {
        #expect(parameter.data.elements == values.0)
        #expect(parameter.gradient?.elements == values.1)
      }
      #expect(parameters[0].accumulatesGradient)
    }
  }
}
