import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LossTests {
    @Test("each loss's gradients agree with finite differences", arguments: LossRow.all)
    func finiteDifferences(row: LossRow) throws {
      let loss = row.make()
      for (number, lengths) in row.shapes.enumerated() {
        var random = RandomGenerator(seed: UInt64(60 + number))
        let shape = Shape(lengths)
        var p = NDArray.normal(shape, dtype: .float64, using: &random)
        var y = row.draw(shape, random)
        let weights = NDArray.normal([lengths[0]], dtype: .float64, using: &random)
        p.attachGradient()
        if row.differentiatesLabels { y.attachGradient() }
        let losses = record { loss(p, y) }
        #expect(losses.shape == [lengths[0]])
        record { weights * loss(p, y) }.backward()
        let slopes = centralDifferences(p.elements) {
          (weights * loss(NDArray($0, shape: shape, dtype: .float64), y)).sum().item()
        }
        let gradient = try #require(p.gradient).elements
        #expect(disagreements(gradient, slopes, within: 1e-7, scale: 1) == [], "\(shape)")
        guard row.differentiatesLabels else { continue }
        let labelSlopes = centralDifferences(y.elements) {
          (weights * loss(p, NDArray($0, shape: y.shape, dtype: .float64))).sum().item()
        }
        let labelGradient = try #require(y.gradient).elements
        #expect(disagreements(labelGradient, labelSlopes, within: 1e-7, scale: 1) == [], "\(shape)")
      }
    }

    @Test("a loss in float32 is the one in float64, rounded", arguments: LossRow.all)
    func singlePrecision(row: LossRow) throws {
      let loss = row.make()
      for lengths in row.shapes {
        var random = RandomGenerator(seed: 9)
        let shape = Shape(lengths)
        var p = NDArray.normal(shape, dtype: .float64, using: &random)
        let y = row.draw(shape, random)
        var q = p.asType(.float32)
        p.attachGradient()
        q.attachGradient()
        let double = record { loss(p, y) }
        let single = record { loss(q, y.asType(.float32)) }
        #expect(single.dtype == .float32)
        #expect(disagreements(single.elements, double.elements, within: 1e-5, scale: 1) == [])
        double.backward()
        single.backward()
        let (found, expected) = (try #require(q.gradient), try #require(p.gradient))
        #expect(disagreements(found.elements, expected.elements, within: 1e-5, scale: 1) == [])
      }
    }

    @Test("a nan among the predictions is its example's alone", arguments: LossRow.all)
    func nan(row: LossRow) throws {
      let loss = row.make()
      let shape = Shape(row.shapes[row.shapes.count - 1])
      let random = RandomGenerator(seed: 9)
      var p = NDArray.zeros(shape, dtype: .float64)
      p[1, 3] = .nan
      p.attachGradient()
      let losses = record { loss(p, row.draw(shape, random)) }
      #expect(losses.elements.map(\.isNaN) == [false, true])
      losses.backward()
      let gradient = try #require(p.gradient).elements
      #expect(gradient[..<40].allSatisfy { $0.isFinite })
    }

    @Test("the gradient is added where predictions are used twice", arguments: LossRow.all)
    func addition(row: LossRow) throws {
      let loss = row.make()
      let shape = Shape(row.shapes[0])
      var random = RandomGenerator(seed: 9)
      var p = NDArray.normal(shape, dtype: .float64, using: &random)
      let y = row.draw(shape, random)
      p.attachGradient()
      record { loss(p, y) }.backward()
      let once = try #require(p.gradient).elements
      record { loss(p, y) + loss(p, y) }.backward()
      let twice = try #require(p.gradient).elements
      #expect(disagreements(twice, once.map { 2 * $0 }, within: 1e-14) == [])
    }

    @Test("small losses are not rounded to 0, large ones do not overflow")
    func range() {
      let p = NDArray([40, -40, 1e308], dtype: .float64)
      let zeros = BinaryCrossEntropyLoss()(p, .zeros([3], dtype: .float64)).elements
      #expect(disagreements(zeros, [40, 4.248354255291589e-18, 1e308], within: 1e-15) == [])
      let ones = LogisticLoss()(p, .ones([3], dtype: .float64)).elements
      #expect(disagreements(ones, [4.248354255291589e-18, 40, 0], within: 1e-15) == [])
      let logits = NDArray([1e308, -1e308, 0, 1000], shape: [2, 2], dtype: .float64)
      let classes = SoftmaxCrossEntropyLoss()(logits, NDArray([0, 0], dtype: .float64)).elements
      #expect(classes == [0, 1000])
    }

    @Test("a softmax classifier and one with a distribution of one class each agree")
    func oneHot() {
      var random = RandomGenerator(seed: 2)
      let p = NDArray.normal([3, 4], dtype: .float64, using: &random)
      let loss = SoftmaxCrossEntropyLoss()
      let classes = loss(p, NDArray([2, 0, 3], dtype: .float64))
      var shares = NDArray.zeros([3, 4], dtype: .float64)
      (shares[0, 2], shares[1, 0], shares[2, 3]) = (1, 1, 1)
      #expect(disagreements(loss(p, shares).elements, classes.elements, within: 1e-14) == [])
    }

    @Test("two classes by logits 0 and p are the binary case")
    func binary() {
      let p = NDArray([0.3, -2, 5], dtype: .float64)
      let y = NDArray([1, 0, 1], dtype: .float64)
      let pairs = NDArray([0, 0.3, 0, -2, 0, 5], shape: [3, 2], dtype: .float64)
      let binary = BinaryCrossEntropyLoss()(p, y).elements
      let signs = LogisticLoss()(p, 2 * y - 1).elements
      #expect(
        disagreements(SoftmaxCrossEntropyLoss()(pairs, y).elements, binary, within: 1e-13) == [])
      #expect(disagreements(signs, binary, within: 1e-14) == [])
    }
  }
}
