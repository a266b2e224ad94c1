import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LandscapeTests {
    /// A function with a value that was worked out by hand, and the value of its minima.
    struct Case: CustomTestStringConvertible, Sendable {
      let name: String
      let point: [Double]
      let value: Double
      var minimum: Double?
      let make: @Sendable () -> Landscape
      var testDescription: String { name }
    }

    static let cases: [Case] = [
      Case(name: "Rosenbrock", point: [-1.2, 1], value: 24.2, minimum: 0) { .rosenbrock },
      Case(name: "Beale", point: [2, -1], value: 13.203125, minimum: 0) { .beale },
      Case(name: "Himmelblau", point: [1, -2], value: 148, minimum: 0) { .himmelblau },
      Case(name: "saddle", point: [3, 2], value: 5) { .saddle },
      Case(name: "x cos(.15πx)", point: [5], value: -3.5355339059327378) { .cosineWave },
      Case(name: "quadratic, eigenvalues", point: [-5, -2], value: 10.5, minimum: 0) {
        .quadratic(eigenvalues: [0.2, 4])
      },
      Case(name: "quadratic, a saddle", point: [1, 2, 3], value: 9) {
        .quadratic(eigenvalues: [1, -2.5, 3])
      },
      Case(name: "quadratic, condition number", point: [1, 2], value: 200.5, minimum: 0) {
        .quadratic(conditionNumber: 100)
      },
      Case(name: "quadratic, turned by a right angle", point: [1, 2], value: 52, minimum: 0) {
        .quadratic(conditionNumber: 100, rotatedBy: .pi / 2)
      },
      Case(name: "quadratic, matrix", point: [1, -1], value: 2.5, minimum: -0.7) {
        .quadratic(
          matrix: NDArray([2, 1, 1, 3], shape: [2, 2], dtype: .float64),
          linear: NDArray([1, 2], dtype: .float64), minima: [[0.2, 0.6]])
      },
      Case(name: "worst case", point: [1, 0, 2], value: 1, minimum: -0.09375) {
        .worstCase(dimension: 3)
      },
      Case(name: "worst case of one", point: [1], value: 0, minimum: -0.0625) {
        .worstCase(dimension: 1)
      },
    ]

    @Test("each function has the value that was worked out by hand", arguments: cases)
    func values(of example: Case) {
      let function = example.make()
      #expect(abs(function(example.point) - example.value) < 1e-12 * max(1, abs(example.value)))
      #expect(function.dimension == example.point.count)
      for minimum in function.minima {
        if let value = example.minimum { #expect(abs(function(minimum) - value) < 1e-14) }
      }
    }

    @Test("each function's slope agrees with finite differences", arguments: cases)
    func slopes(of example: Case) throws {
      let function = example.make()
      let gradient = try slope(of: function, at: example.point)
      for index in example.point.indices {
        var (left, right) = (example.point, example.point)
        left[index] -= 1e-5
        right[index] += 1e-5
        let rise = (function(right) - function(left)) / 2e-5
        #expect(abs(gradient[index] - rise) < 1e-6 * max(1, abs(rise)))
      }
    }

    @Test("the ground is level at each minimum, and higher all around", arguments: cases)
    func minima(of example: Case) throws {
      let function = example.make()
      #expect(function.minima.isEmpty == example.name.hasSuffix("saddle"))
      for minimum in function.minima {
        for slope in try slope(of: function, at: minimum) { #expect(abs(slope) < 1e-12) }
        for index in minimum.indices {
          for step in [-1e-3, 1e-3] {
            var beside = minimum
            beside[index] += step
            #expect(function(beside) > function(minimum))
          }
        }
      }
    }

    @Test("a chart can ask with plain numbers, in float64")
    func plainNumbers() {
      let height: (Double, Double) -> Double = { Landscape.rosenbrock($0, $1) }
      #expect(height(-1.2, 1) == Landscape.rosenbrock([-1.2, 1]))
      #expect(height(1 + 1e-8, 1) > 0)
      let own = Landscape("own") { x in 3 * x }
      #expect(own(0.1) == 3 * 0.1)
      #expect(own(NDArray([2])).dtype == .float32)
    }

    private func slope(of function: Landscape, at point: [Double]) throws -> [Double] {
      var x = NDArray(point, dtype: .float64)
      x.attachGradient()
      record { function(x) }.backward()
      return try #require(x.gradient).elements
    }
  }
}
