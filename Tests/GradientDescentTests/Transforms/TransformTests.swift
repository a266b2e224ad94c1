import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct TransformTests {
    /// One step of SGD at the rate 1 with given gradients: what the values have become, from 0.
    static func step(
      _ gradients: [[Double]], _ transforms: [GradientTransform], dtype: DType = .float64,
      values: Double = 0, batchSize: Int = 1
    ) -> [[Double]] {
      let parameters = gradients.map { gradient in
        let parameter = Parameter(name: "x")
        parameter.data = .full(Shape(gradient.count), values, dtype: dtype)
        return parameter
      }
      let trainer = Trainer(parameters, SGD(learningRate: 1), transforms: transforms)
      record {
        var loss = NDArray.zeros([1], dtype: dtype)
        for (parameter, gradient) in zip(parameters, gradients) {
          loss = loss + (parameter.data * NDArray(gradient, dtype: dtype)).sum()
        }
        return loss
      }.backward()
      trainer.step(batchSize)
      for (parameter, gradient) in zip(parameters, gradients) {
        // nan is not equal to itself, but prints the same.
        let before = NDArray(gradient, dtype: dtype).elements
        #expect("\(parameter.gradient?.elements ?? [])" == "\(before)")
      }
      return parameters.map { $0.data.elements.map { values - $0 } }
    }

    @Test("clipping by value cuts each element", arguments: [DType.float32, .float64])
    func clipByValue(dtype: DType) {
      let moved = TransformTests.step(
        [[3, -0.5, -4], [0.25, .infinity]], [.clipByValue(1)], dtype: dtype)
      #expect(moved == [[1, -0.5, -1], [0.25, 1]])
    }

    @Test(
      "clipping by norm keeps the direction of all gradients together",
      arguments: [DType.float32, .float64])
    func clipByNorm(dtype: DType) {
      let moved = TransformTests.step([[3, 0], [0, -4]], [.clipByNorm(1)], dtype: dtype)
      let factor = 1 / (5 + 1e-6)
      let tolerance = dtype == .float32 ? 1e-7 : 1e-15
      let expected = [[3 * factor, 0], [0, -4 * factor]]
      for (ours, theirs) in zip(moved.joined(), expected.joined()) {
        #expect(abs(ours - theirs) <= tolerance)
      }
    }

    @Test("gradients that are short enough stay what they are, to the bit")
    func shortGradients() {
      #expect(TransformTests.step([[0.3, 0.1]], [.clipByNorm(1)]) == [[0.3, 0.1]])
    }

    @Test("float32 gradients too long for float32 are still clipped")
    func longGradients() {
      let moved = TransformTests.step([[3e30, -4e30]], [.clipByNorm(5)], dtype: .float32)
      #expect(abs(moved[0][0] - 3) < 1e-6 && abs(moved[0][1] + 4) < 1e-6)
    }

    @Test("a nan makes the norm nan, unless nans are zeroed first")
    func nan() {
      let gradients = [[.nan, 3], [4.0]]
      let clipped = TransformTests.step(gradients, [.clipByNorm(1)])
      #expect(clipped.flatMap { $0 }.allSatisfy { $0.isNaN })
      let zeroed = TransformTests.step(gradients, [.zeroNaNs(), .clipByNorm(10)])
      #expect(zeroed == [[0, 3], [4]])
    }

    @Test("weight decay adds to the gradient, and is clipped when the clipping comes after it")
    func weightDecay() {
      #expect(TransformTests.step([[1]], [.weightDecay(0.5)], values: 4) == [[3]])
      let after = TransformTests.step([[1]], [.weightDecay(0.5), .clipByValue(2)], values: 4)
      #expect(after == [[2]])
      let before = TransformTests.step([[1]], [.clipByValue(2), .weightDecay(0.5)], values: 4)
      #expect(before == [[3]])
    }

    @Test("transforms see the gradient divided by the batch size")
    func batchSize() {
      #expect(TransformTests.step([[8]], [.clipByValue(3)], batchSize: 4) == [[2]])
    }

    @Test("a transform of one's own is a function of the gradients and their parameters")
    func own() {
      let signs = GradientTransform("signs") { gradients, _ in
        for index in gradients.indices {
          gradients[index] = NDArray(
            gradients[index].elements.map { $0 < 0 ? -1 : 1 }, dtype: .float64)
        }
      }
      #expect(TransformTests.step([[8, -3]], [signs]) == [[1, -1]])
    }

    @Test("noise has its standard deviation, and fades as a power of the steps")
    func noise() {
      let zeros = [Double](repeating: 0, count: 40)
      let noise = GradientTransform.addNoise(2, decay: 1, using: RandomGenerator(seed: 5))
      let draws = RandomGenerator(seed: 5)
      for step in 0..<3 {
        let size = 2 / Double(step + 1).squareRoot()
        let known = draws.normals(40).map { size * $0 }
        let found = TransformTests.step([zeros], [noise])[0]
        for (a, b) in zip(found, known) { #expect(abs(a - b) < 1e-14) }
      }
      #expect(TransformTests.step([[1, 2]], [.addNoise(0, using: draws)]) == [[1, 2]])
    }

    @Test("a negated gradient climbs")
    func negate() {
      #expect(TransformTests.step([[8, -3]], [.negate()]) == [[-8, 3]])
    }
  }
}
