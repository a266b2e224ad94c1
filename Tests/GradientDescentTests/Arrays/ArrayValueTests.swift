import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct ArrayValueTests {
    let matrix = NDArray(rows: [[1, 5, 3], [4, 2, 6]])

    @Test("places of extremes are the first of several, and those of nan come before all")
    func places() {
      #expect(matrix.argmax() == 5)
      #expect(matrix.argmin() == 0)
      #expect(matrix.argmax(axis: 0).elements == [1, 0, 1])
      #expect(matrix.argmax(axis: 1).elements == [1, 2])
      #expect(matrix.argmin(axis: -1, keepDimensions: true).shape == [2, 1])
      #expect(NDArray([2, 7, 7, 1]).argmax() == 1)
      #expect(NDArray([2, .nan, 7, .nan]).argmax() == 1)
      #expect(NDArray([2, .nan, -7]).argmin() == 1)
    }

    @Test("comparisons give ones and zeros, and nothing compares with nan")
    func comparison() {
      let (a, b): (NDArray, NDArray) = ([1, 2, .nan], [2, 2, .nan])
      #expect((a .> b).elements == [0, 0, 0])
      #expect((a .< b).elements == [1, 0, 0])
      #expect((a .>= b).elements == [0, 1, 0])
      #expect((a .<= b).elements == [1, 1, 0])
      #expect((a .== b).elements == [0, 1, 0])
      #expect((a .!= b).elements == [1, 0, 1])
      #expect((a .> 1).elements == [0, 1, 0])
      #expect((a .< 2).elements == [1, 0, 0])
      #expect((a .>= 2).elements == [0, 1, 0])
      #expect((a .<= 1).elements == [1, 0, 0])
      #expect((a .== 2).elements == [0, 1, 0])
      #expect((a .!= 2).elements == [1, 0, 1])
      #expect((matrix .> NDArray(rows: [[3], [3]])).elements == [0, 1, 0, 1, 0, 1])
    }

    @Test("formulas can be written with functions as they are for numbers")
    func formulas() {
      let x = NDArray([0.25, 2], dtype: .float64)
      let found = exp(x) + log(x) + sin(x) * cos(x) - tanh(x) / sigmoid(x) + pow(x, 3) + abs(-x)
      for (a, b) in zip(found.elements, [0.25, 2]) {
        let expected: Double =
          exp(b) + log(b) + sin(b) * cos(b) - tanh(b) / sigmoid(b) + pow(b, 3) + abs(-b)
        #expect(abs(a - expected) < 1e-14)
      }
    }

    @Test("a share of right answers is a mean of comparisons")
    func accuracy() {
      let labels: NDArray = [1, 0]
      #expect((matrix.argmax(axis: 1) .== labels).mean().item() == 0.5)
    }

    @Test("where chooses by anything that is not 0")
    func choice() {
      let chosen = NDArray.where([1, 0, -2, .nan], [1, 2, 3, 4], [5, 6, 7, 8])
      #expect(chosen.elements == [1, 6, 3, 4])
    }

    @Test("sequences are NumPy's")
    func sequences() {
      #expect(NDArray.arange(4).elements == [0, 1, 2, 3])
      #expect(NDArray.arange(1, 2, step: 0.25).elements == [1, 1.25, 1.5, 1.75])
      #expect(NDArray.arange(3, 0, step: -2).elements == [3, 1])
      #expect(NDArray.arange(3, 0).elements == [])
      #expect(NDArray.linspace(0, 1, count: 5).elements == [0, 0.25, 0.5, 0.75, 1])
      #expect(NDArray.linspace(2, 3, count: 1).elements == [2])
      #expect(NDArray.linspace(0.1, 0.7, count: 4, dtype: .float64)[3] == 0.7)
      #expect(NDArray.identity(2).elements == [1, 0, 0, 1])
      #expect(NDArray(rows: [[1, 2], [3, 4]]).shape == [2, 2])
      #expect(NDArray(rows: []).shape == [0, 0])
    }

    @Test("uniform draws fill their interval evenly")
    func uniform() {
      var random = RandomGenerator(seed: 9)
      let draws = NDArray.uniform([10_000], low: -1, high: 3, dtype: .float64, using: &random)
      #expect(draws.min().item() >= -1 && draws.min().item() < -0.99)
      #expect(draws.max().item() < 3 && draws.max().item() > 2.99)
      #expect(abs(draws.mean().item() - 1) < 0.03)
      #expect(abs(draws.variance().item() - 16 / 12.0) < 0.05)
    }

    @Test("slices take any kind of range")
    func slices() {
      let x = NDArray.arange(5)
      #expect(x[rows: 1..<3].elements == [1, 2])
      #expect(x[rows: 3...].elements == [3, 4])
      #expect(x[rows: ..<2].elements == [0, 1])
      #expect(x[rows: ...2].elements == [0, 1, 2])
      #expect(x[rows: 2..<2].shape == [0])
      #expect(matrix[columns: 1...].elements == [5, 3, 2, 6])
      #expect(matrix[row: -1].elements == [4, 2, 6])
      #expect(matrix[column: 0].shape == [2])
    }

    @Test("an empty axis sums to 0 and has the mean nan")
    func empty() {
      let none = NDArray.zeros([3, 0])
      #expect(none.sum(axis: 1).elements == [0, 0, 0])
      #expect(none.mean(axis: 1).elements.allSatisfy { $0.isNaN })
      #expect(none.sum(axis: 0).shape == [0])
      #expect(none.max(axis: 0).shape == [0])
      #expect(none.norm(axis: 1).elements == [0, 0, 0])
      #expect(none.logSumExp(axis: 1).elements.allSatisfy { $0 == -Double.infinity })
      #expect(none.logSumExp(axis: 1).shape == [3])
      #expect(none.softmax().shape == [3, 0])
    }

    @Test("a variance without freedom is nan, or infinite")
    func variance() {
      #expect(NDArray([2]).variance().item().isNaN)
      #expect(NDArray([2, 3]).variance(correction: 2).item() == .infinity)
    }

    @Test("softmax neither overflows nor loses small probabilities")
    func softmax() {
      let x = NDArray([1000, 0, -1000], dtype: .float64)
      #expect(x.softmax().elements == [1, 0, 0])
      #expect(x.logSoftmax().elements == [0, -1000, -2000])
      #expect(NDArray([1e30, 1e30]).logSumExp().item() == Double(Float(1e30)))
    }

    @Test("sums along rows have the order of lanes whatever the array's shape")
    func order() {
      var random = RandomGenerator(seed: 4)
      let x = NDArray.normal([3, 100], using: &random)
      for row in 0..<3 {
        #expect(x.sum(axis: 1).elements[row] == x[row: row].sum().item())
        #expect(x.sum(axes: [-1]).elements[row] == x[row: row].sum().item())
      }
    }
  }
}
