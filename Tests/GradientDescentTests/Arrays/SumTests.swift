import Testing

@testable import GradientDescent

extension EngineTests {
  /// Sums of many numbers in single precision.
  @Suite struct SumTests {
    static let constants = [0.1, 0.3, 1 / 3.0, 0.7, 1.1, 2.7182818, 1e-3, 12_345.678]

    @Test("a million equal numbers sum to a millionfold within 1e-6", arguments: constants)
    func equal(constant: Double) throws {
      let number = Double(Float(constant))
      let x = NDArray.full([1_000_000], constant)
      func expect(_ found: Double, _ count: Double, _ name: String) {
        #expect(abs(found / (count * number) - 1) < 1e-6, "\(name)")
      }
      expect(x.sum().item(), 1e6, "sum")
      expect(x.mean().item(), 1, "mean")
      #expect(x.variance().item() < 1e-12 * number * number)
      let tall = x.reshaped([500_000, 2])
      for sum in tall.sum(axis: 0).elements { expect(sum, 5e5, "first axis") }
      for sum in x.reshaped([2, 500_000]).sum(axis: 1).elements { expect(sum, 5e5, "last axis") }
      for sum in x.reshaped([4, 50_000, 5]).sum(axes: [1]).elements { expect(sum, 5e4, "between") }
      for mean in tall.mean(axis: 0).elements { expect(mean, 1, "mean over an axis") }
      // The gradient of what is broadcast is a sum, too.
      for shape in [[], [2], [1, 2], [1, 1]] {
        var w = NDArray.ones(Shape(shape))
        w.attachGradient()
        record { (w * tall).sum() }.backward()
        let count = 1e6 / Double(w.count)
        for slope in try #require(w.gradient).elements { expect(slope, count, "slope \(shape)") }
      }
    }

    @Test("a layer's gradients over a million examples are exact within 1e-6", arguments: [1, 3])
    func layers(units: Int) throws {
      let layer = Dense(units, inputs: 2)
      layer.weight.data = .zeros([units, 2])
      layer.bias.data = .zeros([units])
      let x = NDArray.full([1_000_000, 2], 0.1)
      record { 0.3 * layer(x) }.backward()
      let (slope, input) = (Double(Float(0.3)), Double(Float(0.1)))
      for found in try #require(layer.bias.gradient).elements {
        #expect(abs(found / (1e6 * slope) - 1) < 1e-6)
      }
      // Products of matrices sum in order: what their errors are is another matter.
      if units > 1 { return }
      for found in try #require(layer.weight.gradient).elements {
        #expect(abs(found / (1e6 * slope * input) - 1) < 1e-6)
      }
    }

    @Test("random numbers sum within 1e-6 of their exact sum")
    func random() {
      let draws = RandomGenerator(seed: 3).uniforms(1_000_000).map { Double(Float($0)) }
      let exact = draws.reduce(0, +)
      #expect(abs(NDArray(draws).sum().item() / exact - 1) < 1e-6)
      let columns = NDArray(draws, shape: [250_000, 4]).sum(axis: 0).elements
      #expect(abs(columns.reduce(0, +) / exact - 1) < 1e-6)
    }

    @Test("sums of any count are those of their numbers")
    func counts() {
      for count in Array(0...70) + [511, 512, 513, 1023, 1024, 1025, 1536, 4097] {
        let x = NDArray.arange(count, dtype: .float64)
        let expected = Double(count * (count - 1) / 2)
        #expect(x.sum().item() == expected, "\(count)")
        let table = NDArray.stack([x, 2 * x], axis: 1)
        #expect(table.sum(axis: 0).elements == [expected, 2 * expected], "\(count)")
      }
    }
  }
}
