import Testing

@testable import GradientDescent

extension EngineTests {
  /// What people who know NumPy or PyTorch write. The numbers of functions are in `Golden/arrays.py`.
  @Suite struct ConventionalFormTests {
    let matrix = NDArray([[1, 2, 3], [4, 5, 6]])

    @Test("arrays are made from nested and whole numbers, and of lengths one by one")
    func creation() {
      #expect(matrix.shape == [2, 3])
      let (whole, single): ([Int], [Float]) = ([1, 2], [0.5, 2])
      #expect(NDArray(whole).elements == [1, 2])
      #expect(NDArray(single).elements == [0.5, 2])
      #expect(NDArray([whole, whole]).shape == [2, 2])
      #expect(NDArray([1, 2]).elements == [1, 2] && NDArray([]).count == 0)
      #expect(NDArray([[[1, 2]], [[3, 4]], [[5, 6]]]).shape == [3, 1, 2])
      #expect(NDArray.zeros(2, 3).elements == [0, 0, 0, 0, 0, 0])
      #expect(NDArray.ones(3, dtype: .float64).elements == [1, 1, 1])
      #expect(NDArray.zeros([2, 3]).shape == [2, 3] && NDArray.zeros().shape == [])
      #expect(NDArray.eye(2).elements == [1, 0, 0, 1])
      #expect(linspace(0, 1, 5).elements == NDArray.linspace(0, 1, count: 5).elements)
      #expect(NDArray.linspace(0, 1, 3).elements == [0, 0.5, 1])
    }

    @Test("random arrays take a generator or a seed, and are the same for the same one")
    func random() {
      let generator = RandomGenerator(seed: 1)
      let first = NDArray.normal([2, 2], using: generator)
      #expect(first.elements == NDArray.randn([2, 2], seed: 1).elements)
      #expect(first.elements == NDArray.randn(2, 2, seed: 1).elements)
      #expect(first.elements != NDArray.normal([2, 2], using: generator).elements)
      var other = RandomGenerator(seed: 1)
      #expect(first.elements == NDArray.normal([2, 2], using: &other).elements)
      let uniform = NDArray.rand([1000], seed: 2)
      #expect(uniform.elements == NDArray.uniform([1000], using: RandomGenerator(seed: 2)).elements)
      #expect(uniform.min().item() >= 0 && uniform.max().item() < 1 && uniform.std().item() > 0.25)
    }

    @Test("whole numbers stand in formulas as others do")
    func wholeNumbers() {
      let (x, n): (NDArray, Int) = ([1, 2], 3)
      #expect((x * n).elements == [3, 6] && (n * x).elements == [3, 6])
      #expect((x / n).elements == NDArray([1 / 3.0, 2 / 3.0]).elements)
      #expect((n / x).elements == [3, 1.5])
      #expect((x + n).elements == [4, 5] && (n - x).elements == [2, 1])
      #expect((n + x).elements == [4, 5] && (x - n).elements == [-2, -1])
      #expect(NDArray(n).item() == 3.0)
      var y = x
      y += x
      y -= 1
      y *= 2
      y /= x
      #expect(y.elements == [2, 3] && x.elements == [1, 2])
    }

    @Test("an index takes rows and numbers, whichever is asked for")
    func indices() {
      #expect(matrix[0].elements == [1, 2, 3] && matrix[-1].shape == [3])
      let (row, vector): (NDArray, NDArray) = (matrix[1], [5, 7])
      let number: Double = vector[1]
      #expect(row.elements == [4, 5, 6] && number == 7 && vector[1].shape == [])
      #expect("\(vector[0])" == "5.0" && vector[0] + 1.0 == 6)
      #expect(matrix[0, 2] == 3 && matrix[1..<2].shape == [1, 3])
      #expect(matrix[0..., 0].elements == [1, 4] && matrix[..<1, 1...].elements == [2, 3])
      #expect(matrix[1, ...1].elements == [4, 5])
      let cube = NDArray.arange(24).reshape(2, 3, 4)
      #expect(cube[1, 2, 3] == 23)
      #expect(cube[1, 0..., 3].elements == [15, 19, 23] && cube[0..., 1].shape == [2, 4])
      #expect(cube[1..., 1..., ..<2].elements == [16, 17, 20, 21])
    }

    @Test("parts can be assigned, and copies do not see it")
    func assignment() {
      var x = NDArray.zeros([3, 3])
      let copy = x
      x[0] = [1, 2, 3]
      x[1..., 0] = [7, 8]
      x[2, 2] = 9
      x[rows: 1..<2] = NDArray([[4, 5, 6]])
      x[columns: 1..<2] = NDArray([[-1], [-2], [-3]])
      x[row: -1] += 1
      x[column: 0] *= 10
      #expect(x.elements == [10, -1, 3, 40, -2, 6, 90, -2, 10])
      #expect(copy.elements == [Double](repeating: 0, count: 9))
      var cube = NDArray.zeros([2, 2, 2])
      cube[0..., 1, 0] = [1, 2]
      cube[1..., 0..., 1...] = NDArray(5)
      cube[0, 0, 1] = 8
      #expect(cube.elements == [0, 8, 1, 0, 0, 5, 2, 5])
      let images = NDArray((0..<24).map { Double($0) }, shape: [2, 3, 2, 2])
      #expect(images[1, 0..., 1, 0].elements == [14, 18, 22])
      #expect(images[0..., 2, ..<1, 1...].shape == [2, 1, 1])
      for (whole, part) in [(images, 0), (images + 1, 1)] {
        var x = whole
        x[0..., 1..., part, 0...] = NDArray(-1)
        for (place, (old, new)) in zip(whole.elements, x.elements).enumerated() {
          let isPart = place / 4 % 3 > 0 && place / 2 % 2 == part
          #expect(new == (isPart ? -1 : old))
        }
        x[part, 0, 0..., 1] = [7, 8]
        #expect(x[part, 0].elements.last == 8)
      }
      var vector: NDArray = [1, 2, 3]
      vector[1] = 5
      vector[2] = vector[1] + 1
      vector[0..<1] = [9]
      #expect(vector.elements == [9, 5, 6])
    }

    @Test("a loop goes over the rows")
    func rows() {
      #expect(matrix.map { $0.elements } == [[1, 2, 3], [4, 5, 6]])
      var sum = 0.0
      for number in matrix[0] { sum += number.item() }
      #expect(sum == 6)
      #expect(NDArray.zeros([0, 3]).map { $0.shape }.isEmpty)
    }

    @Test("sorting is PyTorch's: nan greatest, equal ones in their order, along any axis")
    func sorting() {
      let x: NDArray = [3, .nan, -1, 0, -0.0, .infinity, -.infinity, 3]
      #expect(x.argsort().elements == [6, 2, 3, 4, 0, 7, 5, 1])
      #expect(x.argsort(descending: true).elements == [1, 5, 0, 7, 3, 4, 2, 6])
      #expect(NDArray([3, 1, 2]).sorted().elements == [1, 2, 3])
      #expect(NDArray([[3, 1], [2, 5]]).sorted(axis: 0).elements == [2, 1, 3, 5])
      #expect(NDArray([[3, 1], [2, 5]]).argsort(axis: 0).elements == [1, 0, 0, 1])
      var y: NDArray = [2, 1]
      y.sort()
      #expect(y.elements == [1, 2])
      for dtype in [DType.float32, .float64] {
        for count in [0, 1, 31, 32, 63, 64, 5000] {
          var draws = NDArray.normal([3, count], dtype: dtype, using: RandomGenerator(seed: 5))
          if count > 30 {
            // Many equal ones, and such that differ in few bits.
            draws[1] = (8 * draws[1]).floor()
            draws[2, 0...1] = NDArray([.infinity, -.infinity], dtype: dtype)
          }
          for (row, sorted) in zip(draws, draws.sorted()) {
            #expect(sorted.elements == row.elements.sorted())
          }
          for (row, sorted) in zip(draws, draws.sorted(descending: true)) {
            #expect(sorted.elements == row.elements.sorted(by: >))
          }
          // The places do not show −0, and nan is there in the same place as they say.
          if count < 31 { continue }
          draws[0, 7...8] = NDArray([.nan, -0.0], dtype: dtype)
          for (row, (sorted, order)) in zip(draws, zip(draws.sorted(), draws.argsort())) {
            let ordered = order.elements.map { row.elements[Int($0)].bitPattern }
            #expect(sorted.elements.map(\.bitPattern) == ordered)
          }
          draws[0, 7] = 0
          let places = draws[0].argsort().elements
          #expect(places.map { draws[0].elements[Int($0)] } == draws[0].elements.sorted())
        }
      }
    }

    @Test("names of other frameworks are the functions that they are documented as")
    func otherNames() {
      let x: NDArray = [-1.5, 0.25, 4]
      #expect(max(x, 0).elements == relu(x).elements && max(0, x).elements == x.relu().elements)
      #expect(min(x, 1).elements == x.clip(-.infinity, 1).elements)
      #expect(min(1, x).elements == x.clamp(max: 1).elements)
      #expect(max(x, -x).elements == abs(x).elements && min(x, -x).elements == (-abs(x)).elements)
      #expect(x.clamp(-1, 1).elements == x.clip(-1, 1).elements)
      #expect(sqrt(abs(x)).elements == x.abs().sqrt().elements)
      #expect(softmax(x).elements == x.softmax().elements)
      #expect(softmax(matrix, axis: 0).elements == matrix.softmax(axis: 0).elements)
      #expect(floor(x).elements == [-2, 0, 4] && ceil(x).elements == [-1, 1, 4])
      #expect(round(x).elements == [-2, 0, 4] && softplus(x).elements == x.softplus().elements)
      #expect(tan(x).elements == x.tan().elements && erf(x).elements == x.erf().elements)
      #expect(log2(abs(x)).elements[2] == 2 && exp2(x).elements[2] == 16)
      #expect(log10(100 * abs(x)).elements[1] == Double(log10(Float(25))))
      #expect(log1p(abs(x)).elements == x.abs().log1p().elements)
      #expect(expm1(x).elements == x.expm1().elements)
      #expect(matrix.T.shape == [3, 2] && matrix.reshape(3, -1).shape == [3, 2])
      #expect(matrix.reshape([-1]).shape == [6] && matrix.reshaped([3, 2]).shape == [3, 2])
      #expect(x.dot(x).item() == x.square().sum().item())
      let single: Float = NDArray([1]).item()
      #expect(single == 1)
    }

    @Test("nan has one sign, whatever it was computed from")
    func nan() {
      let zeros = NDArray.zeros([3])
      let (infinite, roots) = (NDArray([-.infinity]) - NDArray([-.infinity]), (zeros - 1).sqrt())
      for number in (zeros / zeros).elements + roots.elements + infinite.elements {
        #expect(number.isNaN && number.sign == .plus)
      }
      #expect((-(zeros / zeros)).description == "[nan nan nan]")
    }
  }
}
