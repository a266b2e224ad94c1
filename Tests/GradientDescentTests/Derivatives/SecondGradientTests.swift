import Testing

@testable import GradientDescent

extension EngineTests {
  /// Gradients of gradients, against finite differences of the gradients themselves.
  @Suite struct SecondGradientTests {
    /// v·∂/∂(one input) of a function of some arrays, as a function of them that can be recorded.
    private static func slope(
      _ function: @escaping ([NDArray]) -> NDArray, _ inputs: [NDArray], by place: Int
    ) -> NDArray {
      let slope = gradient(
        of: { argument in
          var inputs = inputs
          inputs[place] = argument
          return ArrayOperationTests.weighted(function(inputs))
        }, at: inputs[place])
      return ArrayOperationTests.weighted(slope)
    }

    /// Compares the second derivatives by each pair of inputs with differences of first ones.
    static func check(
      _ function: @escaping ([NDArray]) -> NDArray, _ inputs: [NDArray], of places: [Int],
      _ tolerance: Double = 2e-6
    ) {
      for first in places {
        for second in places where inputs[first].count > 0 {
          let found = gradient(
            of: { argument in
              var inputs = inputs
              inputs[second] = argument
              // Where the first gradient does not depend on the other input, it is constant.
              return slope(function, inputs, by: first) + 0 * argument.sum()
            }, at: inputs[second]
          ).elements
          let shape = inputs[second].shape
          let expected = centralDifferences(inputs[second].elements) { elements in
            var inputs = inputs
            inputs[second] = NDArray(elements, shape: shape, dtype: .float64)
            return slope(function, inputs, by: first).item()
          }
          #expect(
            disagreements(found, expected, within: tolerance, scale: 1) == [],
            "\(inputs.map(\.shape)), inputs \(first) and \(second)")
        }
      }
    }

    @Test(
      "each operation's second gradients agree with finite differences of the first",
      arguments: ArrayOperation.all)
    func operations(operation: ArrayOperation) {
      let random = RandomInputs(operation, seed: 21)
      for _ in 0..<3 {
        let inputs = random.next()
        if inputs.reduce(0, { $0 + $1.count }) > 120 { continue }
        SecondGradientTests.check(operation.value, inputs, of: differentiated(operation, inputs))
      }
    }

    /// The inputs that an operation has a gradient in: a condition has none.
    private func differentiated(_ operation: ArrayOperation, _ inputs: [NDArray]) -> [Int] {
      var inputs = inputs
      for place in inputs.indices { inputs[place].attachGradient() }
      record { ArrayOperationTests.weighted(operation.value(inputs)) }.backward()
      return inputs.indices.filter { inputs[$0].gradient != nil }
    }

    @Test(
      "each layer's second gradients agree with finite differences",
      arguments: LayerRow.all.filter { $0.indices == nil })
    func layers(row: LayerRow) {
      for lengths in row.shapes.prefix(3) {
        var random = RandomGenerator(seed: 5)
        let layer = row.make()
        layer.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
        let learns = row.learns && !row.name.hasPrefix("Dropout")
        func call(_ x: NDArray) -> NDArray {
          (learns ? trainMode { layer(x) } : predictMode { layer(x) }).square()
        }
        let x = NDArray.normal(Shape(lengths), dtype: .float64, using: &random)
        SecondGradientTests.check({ call($0[0]) }, [x], of: [0], 2e-5)
      }
    }

    @Test("a parameter's second gradients are right, through a captured array")
    func captured() {
      let (x, w) = (NDArray([0.5, -2], dtype: .float64), NDArray([3, 0.25], dtype: .float64))
      // d/dw of |∂/∂x Σ (w·x)³|² = d/dw Σ (3w³x²)² = 54w⁵x⁴
      let found = gradient(
        of: { w in gradient(of: { ($0 * w).pow(3) }, at: x).square() }, at: w)
      let expected = zip(w.elements, x.elements).map { 54 * pow($0, 5) * pow($1, 4) }
      #expect(disagreements(found.elements, expected, within: 1e-12, scale: 0) == [])
    }

    @Test("each loss's second gradients agree with finite differences", arguments: LossRow.all)
    func losses(row: LossRow) {
      let loss = row.make()
      for (number, lengths) in row.shapes.prefix(4).enumerated() {
        var random = RandomGenerator(seed: UInt64(80 + number))
        let p = NDArray.normal(Shape(lengths), dtype: .float64, using: &random)
        let y = row.draw(Shape(lengths), random)
        SecondGradientTests.check(
          { loss($0[0], $0[1]) }, [p, y], of: row.differentiatesLabels ? [0, 1] : [0])
      }
    }

    @Test("landscapes have the second gradients of their formulas")
    func landscapes() {
      for landscape in [
        Landscape.rosenbrock, .beale, .himmelblau, .cosineWave, .saddle,
        .worstCase(dimension: 4),
      ] {
        let start = (0..<landscape.dimension).map { 0.3 + 0.4 * Double($0) }
        SecondGradientTests.check(
          { landscape($0[0]) }, [NDArray(start, dtype: .float64)], of: [0], 1e-4)
      }
    }

    @Test("the gradient of a gradient and so on is that of calculus, in both types")
    func orders() {
      let cube: (NDArray) -> NDArray = { ($0 * $0 * $0).sum() }
      let slope: (NDArray) -> NDArray = { gradient(of: cube, at: $0) }
      let curvature: (NDArray) -> NDArray = { gradient(of: { slope($0).sum() }, at: $0) }
      for dtype in [DType.float32, .float64] {
        let point = NDArray([2], dtype: dtype)
        #expect(slope(point).elements == [12])
        #expect(curvature(point).elements == [12])
        #expect(gradient(of: curvature, at: point).elements == [6])
        #expect(gradient(of: { gradient(of: curvature, at: $0) }, at: point).elements == [0])
        #expect(hessian(of: cube, at: point).elements == [12])
        #expect(hessian(of: { slope($0).sum() }, at: point).elements == [6])
        #expect(slope(point).dtype == dtype)
      }
    }

    @Test("a recorded gradient can be part of a loss")
    func penalty() throws {
      var w = NDArray([3], dtype: .float64)
      w.attachGradient()
      let x = NDArray([2], dtype: .float64)
      // The slope of w·x² at 2 is 4w; its square's gradient is 32w.
      record { gradient(of: { w * $0.square() }, at: x).square() }.backward()
      #expect(try #require(w.gradient).elements == [96])
    }
  }
}
