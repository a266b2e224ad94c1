import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct InitializerTests {
    /// A rule with what it must give for a weight of 200 units with 300 inputs.
    struct Row: CustomTestStringConvertible, Sendable {
      let name: String
      let variance: Double
      /// The bound that a uniform distribution comes close to; nil for a normal one.
      var bound: Double?
      let make: @Sendable () -> Initializer
      var testDescription: String { name }
    }

    static let rows: [Row] = [
      Row(name: "normal", variance: 0.25) { .normal(sigma: 0.5) },
      Row(name: "uniform", variance: 0.07 * 0.07 / 3, bound: 0.07) { .uniform() },
      Row(name: "xavier", variance: 1.0 / 250, bound: (3.0 / 250).squareRoot()) { .xavier() },
      Row(name: "xavier of the inputs", variance: 1.0 / 300, bound: 0.1) { .xavier(fan: .inputs) },
      Row(name: "xavier of the outputs", variance: 1.0 / 200) { .xavier(.normal, fan: .outputs) },
      Row(name: "xavier for tanh", variance: 25.0 / 9 / 250) { .xavier(.normal, gain: 5.0 / 3) },
      Row(name: "he", variance: 2.0 / 300) { .he() },
      Row(name: "he, uniform", variance: 2.0 / 300, bound: 0.02.squareRoot()) { .he(.uniform) },
      Row(name: "he of the outputs, leaky", variance: 2 / 1.04 / 200) {
        .he(fan: .outputs, slope: 0.2)
      },
    ]

    @Test("draws have mean 0, their variance and their tails", arguments: rows)
    func statistics(row: Row) {
      let values = row.make().values([200, 300], RandomGenerator(seed: 7))
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + $1 * $1 } / count
      // Four standard errors: of the mean, and of the variance of normal draws.
      #expect(Swift.abs(mean) < 4 * (row.variance / count).squareRoot())
      #expect(Swift.abs(variance / row.variance - 1) < 4 * (2 / count).squareRoot())
      let largest = values.map(Swift.abs).max() ?? 0
      if let bound = row.bound {
        #expect(largest <= bound)
        #expect(largest > 0.999 * bound)
      } else {
        #expect(largest > 3.5 * row.variance.squareRoot())
      }
    }

    @Test("further axes of a weight multiply both of its fans")
    func fans() {
      let shape: Shape = [4, 6, 5]
      #expect(Initializer.Fan.inputs.count(shape, "") == 30)
      #expect(Initializer.Fan.outputs.count(shape, "") == 20)
      #expect(Initializer.Fan.average.count(shape, "") == 25)
    }

    @Test(
      "an orthogonal weight has orthogonal rows, or columns, of one length",
      arguments: [[5, 5], [3, 8], [8, 3], [1, 4], [4, 2, 3], [40, 40]])
    func orthogonal(lengths: [Int]) {
      let shape = Shape(lengths)
      let values = Initializer.orthogonal(gain: 2).values(shape, RandomGenerator(seed: 3))
      let (rows, columns) = (lengths[0], shape.count / lengths[0])
      let isWide = rows <= columns
      func vector(_ i: Int) -> [Double] {
        isWide
          ? (0..<columns).map { values[i * columns + $0] }
          : (0..<rows).map { values[$0 * columns + i] }
      }
      for i in 0..<min(rows, columns) {
        for j in 0...i {
          let product = zip(vector(i), vector(j)).reduce(0) { $0 + $1.0 * $1.1 }
          #expect(Swift.abs(product - (i == j ? 4 : 0)) < 1e-13)
        }
      }
    }

    @Test("an orthogonal weight's determinant is as often 1 as −1")
    func reflections() {
      let random = RandomGenerator(seed: 5)
      let positive = (0..<400).count { _ in
        let m = Initializer.orthogonal().values([2, 2], random)
        return m[0] * m[3] - m[1] * m[2] > 0
      }
      #expect(Swift.abs(positive - 200) < 40)
    }

    @Test("biases start at zero, scales at one, whatever the rule")
    func biases() {
      var random = RandomGenerator(seed: 1)
      let net = Sequential(Dense(2, inputs: 3), BatchNorm(2), LayerNorm(2))
      net.initialize(.orthogonal(), using: &random)
      let values = net.parameters.map { $0.data.elements }
      #expect(values[1] == [0, 0])
      #expect(Array(values[2...]) == [[1, 1], [0, 0], [1, 1], [0, 0]])
      net.initialize(.constant(3), using: &random)
      #expect(net.parameters[0].data.elements == [3, 3, 3, 3, 3, 3])
      #expect(net.parameters[1].data.elements == [0, 0])
    }
  }
}
