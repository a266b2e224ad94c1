import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct HessianTests {
    static func rosenbrock(_ x: NDArray) -> NDArray {
      let (a, b) = (x[row: 0], x[row: 1])
      return (1 - a).square() + 100 * (b - a.square()).square()
    }

    static func array(_ values: [Double]) -> NDArray { NDArray(values, dtype: .float64) }

    /// Agreement to 1e-9 of the largest element.
    static func expect(
      _ found: NDArray, _ expected: [Double], _ location: SourceLocation = #_sourceLocation
    ) {
      let size = expected.map(abs).max() ?? 0
      for (a, b) in zip(found.elements, expected) {
        #expect(abs(a - b) <= 1e-9 * size, sourceLocation: location)
      }
      #expect(found.count == expected.count, sourceLocation: location)
    }

    @Test("the gradient at a point is the one that calculus gives")
    func slope() {
      let found = gradient(of: HessianTests.rosenbrock, at: HessianTests.array([-1.2, 1]))
      HessianTests.expect(found, [-215.6, -88])
    }

    @Test("Rosenbrock's second derivatives are those of its formula")
    func rosenbrock() {
      let found = hessian(of: HessianTests.rosenbrock, at: HessianTests.array([-1.2, 1]))
      #expect(found.shape == [2, 2])
      HessianTests.expect(found, [1330, 480, 480, 200])
    }

    @Test(
      "second derivatives of curved functions are right at many scales",
      arguments: [0.001, 0.3, 1, 2, 7, 40])
    func curved(x: Double) {
      let point = HessianTests.array([x])
      HessianTests.expect(hessian(of: { $0.sin() }, at: point), [-sin(x)])
      HessianTests.expect(hessian(of: { ($0 * 20).cos() }, at: point), [-400 * cos(20 * x)])
      HessianTests.expect(hessian(of: { $0.log() }, at: point), [-1 / (x * x)])
      HessianTests.expect(hessian(of: { $0.exp() }, at: point), [exp(x)])
    }

    @Test("beyond a kink the derivative is that of its side")
    func kink() {
      let found = hessian(of: { $0.relu().square() }, at: HessianTests.array([0.01, -0.01]))
      HessianTests.expect(found, [2, 0, 0, 0])
    }

    @Test("a product with a direction is that of the matrix")
    func product() {
      let point = HessianTests.array([-1.2, 1])
      let direction = HessianTests.array([3, -0.5])
      let found = hessianProduct(of: HessianTests.rosenbrock, at: point, along: direction)
      HessianTests.expect(found, [1330 * 3 - 480 * 0.5, 480 * 3 - 200 * 0.5])
      let none = hessianProduct(of: HessianTests.rosenbrock, at: point, along: direction * 0)
      #expect(none.elements == [0, 0])
    }

    @Test(
      "the sharpness of a quadratic is its largest curvature, not the largest in size",
      arguments: [
        [0.2, 4], [-3, 1], [-2, 2], [-5, -1], [-1, 0], [3, 3], [-4, -4], [0, 0], [7],
      ])
    func quadratic(curvatures: [Double]) {
      let scales = HessianTests.array(curvatures)
      let point = HessianTests.array(curvatures.map { _ in 1.5 })
      let found = sharpness(of: { ($0.square() * scales * 0.5).sum() }, at: point)
      let expected = curvatures.max() ?? 0
      #expect(abs(found - expected) <= 1e-8 * max(1, abs(expected)))
    }

    @Test("the sharpness of linear regression is the largest eigenvalue of its design")
    func regression() throws {
      var random = RandomGenerator(seed: 6)
      let x = NDArray.normal([30, 2], dtype: .float64, using: &random)
      let y = NDArray.normal([30, 1], dtype: .float64, using: &random)
      let layer = Dense(1)
      layer.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
      _ = layer(x)
      let found = sharpness(of: [layer.weight]) { L2Loss()(layer(x), y).mean() }
      let design = x.transposed().matmul(x) / 30
      let (a, b, d) = (design[0, 0], design[0, 1], design[1, 1])
      let expected = (a + d) / 2 + ((a - d) * (a - d) / 4 + b * b).squareRoot()
      #expect(abs(found - expected) < 1e-9 * expected)
      let before = layer.weight.data.elements
      #expect(layer.weight.gradient?.elements == nil)
      let all = sharpness(of: layer.parameters) { L2Loss()(layer(x), y).mean() }
      #expect(all > found)
      #expect(layer.weight.data.elements == before)
    }

    @Test("where the gradient is nan so is the sharpness")
    func notFinite() {
      #expect(sharpness(of: { $0.squareRoot() }, at: HessianTests.array([-1])).isNaN)
      #expect(sharpness(of: { $0.exp() }, at: HessianTests.array([800])).isNaN)
    }
  }
}
