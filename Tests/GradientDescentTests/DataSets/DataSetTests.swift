import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct DataSetTests {
    /// A generated data set with the shape of its data and the number of its classes, if it has
    /// any.
    struct Case: CustomTestStringConvertible, Sendable {
      let name: String
      let width: Int
      var classes: Int?
      let make: @Sendable (_ count: Int, DType, RandomGenerator) -> ArrayDataset
      var testDescription: String { name }
    }

    static let cases: [Case] = [
      Case(name: "linear regression", width: 2) { count, dtype, random in
        var random = random
        return .linearRegression(count, dtype: dtype, using: &random)
      },
      Case(name: "linear regression of one feature", width: 1) { count, dtype, random in
        var random = random
        return .linearRegression(count, weights: [5], dtype: dtype, using: &random)
      },
      Case(name: "blobs", width: 2, classes: 3) { count, dtype, random in
        var random = random
        return .blobs(count, dtype: dtype, using: &random)
      },
      Case(name: "spirals", width: 2, classes: 2) { count, dtype, random in
        var random = random
        return .spirals(count, dtype: dtype, using: &random)
      },
      Case(name: "five spirals", width: 2, classes: 5) { count, dtype, random in
        var random = random
        return .spirals(count, arms: 5, dtype: dtype, using: &random)
      },
      Case(name: "sine wave", width: 1) { count, dtype, random in
        var random = random
        return .sineWave(count, dtype: dtype, using: &random)
      },
      Case(name: "exclusive or", width: 2, classes: 2) { count, dtype, random in
        var random = random
        return .exclusiveOr(count, dtype: dtype, using: &random)
      },
    ]

    @Test(
      "each data set has its shape, its classes in equal numbers, and its seed", arguments: cases)
    func shapes(of example: Case) {
      let set = example.make(60, .float32, RandomGenerator(seed: 1))
      #expect(set.data.shape == Shape(60, example.width))
      #expect(set.labels.shape == [60])
      let double = example.make(60, .float64, RandomGenerator(seed: 1))
      #expect(double.data.dtype == .float64 && double.labels.dtype == .float64)
      #expect(set.data.elements == double.data.asType(.float32).elements)
      if let classes = example.classes {
        for label in 0..<classes {
          #expect(set.labels.elements.count { $0 == Double(label) } == 60 / classes)
        }
      }
      let other = example.make(60, .float32, RandomGenerator(seed: 2))
      #expect(other.data.elements != set.data.elements)
      #expect(example.make(1, .float32, RandomGenerator(seed: 1)).count == 1)
    }

    @Test("linear regression draws what the seed's own lines draw")
    func seedLines() {
      var (a, b) = (RandomGenerator(seed: 1), RandomGenerator(seed: 1))
      let set = ArrayDataset.linearRegression(1000, using: &a)
      let features = NDArray.normal([1000, 2], using: &b)
      let labels = features.matmul([2, -3.4]) + 4.2 + 0.01 * NDArray.normal([1000], using: &b)
      #expect(set.data.elements == features.elements)
      #expect(set.labels.elements == labels.elements)
    }

    @Test("a blob's points lie around its center, as far as the noise says")
    func blobs() {
      var random = RandomGenerator(seed: 1)
      let set = ArrayDataset.blobs(
        4000, centers: [(5, -1), (0, 3)], noise: 0.5, dtype: .float64, using: &random)
      for (label, center) in [(0, (5.0, -1.0)), (1, (0, 3))] {
        let rows = (0..<4000).filter { set.labels[$0] == Double(label) }
        let (x, y) = (rows.map { set.data[$0, 0] }, rows.map { set.data[$0, 1] })
        #expect(abs(NoiseTests.mean(x) - center.0) < 0.05)
        #expect(abs(NoiseTests.mean(y) - center.1) < 0.05)
        let spread = NoiseTests.mean(x.map { ($0 - center.0) * ($0 - center.0) })
        #expect(abs(spread.squareRoot() - 0.5) < 0.03)
      }
    }

    @Test("without noise, spirals are spirals")
    func spirals() {
      var random = RandomGenerator(seed: 1)
      let set = ArrayDataset.spirals(
        200, turns: 1.5, noise: 0, dtype: .float64, using: &random)
      for example in 0..<200 {
        let (x, y) = (set.data[example, 0], set.data[example, 1])
        let radius = (x * x + y * y).squareRoot()
        #expect(abs(radius - Double(example / 2 + 1) / 100) < 1e-12)
        let turned = GradientDescent.cos(3 * Double.pi * radius) * radius
        #expect(abs((example % 2 == 0 ? x : -x) - turned) < 1e-12)
      }
    }

    @Test("without noise, the sine wave is a sine over the whole period")
    func sineWave() {
      var random = RandomGenerator(seed: 1)
      let set = ArrayDataset.sineWave(500, noise: 0, dtype: .float64, using: &random)
      for example in 0..<500 {
        #expect(set.labels[example] == GradientDescent.sin(set.data[example, 0]))
      }
      let x = set.data.elements
      #expect(x.allSatisfy { (-Double.pi..<Double.pi).contains($0) })
      #expect(x.contains { $0 < -3 } && x.contains { $0 > 3 })
    }

    @Test("four examples of exclusive or without noise are its table")
    func exclusiveOr() {
      var random = RandomGenerator(seed: 1)
      let set = ArrayDataset.exclusiveOr(4, noise: 0, using: &random)
      #expect(set.data.elements == [-1, -1, 1, -1, -1, 1, 1, 1])
      #expect(set.labels.elements == [0, 1, 1, 0])
    }
  }
}
