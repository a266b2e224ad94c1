import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite
  struct MatrixProductTests {
    /// All but the last one are large enough for two threads.
    @Test(
      "every element is the sum over k in order",
      arguments: [
        [256, 784, 256], [64, 300, 257], [301, 131, 129], [1024, 64, 65], [40, 30, 20],
      ])
    func sumsInOrder(size: [Int]) {
      let (m, k, n) = (size[0], size[1], size[2])
      var random = RandomGenerator(seed: 7)
      let (a, b) = (
        NDArray.normal([m, k], using: &random), NDArray.normal([k, n], using: &random)
      )
      let (x, y, product) = (a.elements, b.elements, a.matmul(b).elements)
      // Every element would take its time; 89 has no factor in common with any size.
      for place in stride(from: 0, to: m * n, by: m * n > 10_000 ? 89 : 1) {
        let (i, j) = (place / n, place % n)
        let sum = (0..<k).reduce(Float(0)) { $0 + Float(x[i * k + $1]) * Float(y[$1 * n + j]) }
        #expect(product[place] == Double(sum))
      }
    }

    @Test("two threads give the same bits each time", arguments: [DType.float32, .float64])
    func sameBits(dtype: DType) {
      var random = RandomGenerator(seed: 7)
      let a = NDArray.normal([128, 256], dtype: dtype, using: &random)
      let b = NDArray.normal([256, 200], dtype: dtype, using: &random)
      let first = a.matmul(b)
      for _ in 0..<8 { #expect((a.matmul(b) - first).abs().max().item() == 0) }
    }
  }
}
