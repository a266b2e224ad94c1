import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LossGoldenTests {
    /// A loss and its gradient, as layers.py wrote them.
    struct Row: Decodable {
      let name: String
      let predictions: TorchArray
      let labels: TorchArray
      let weights: [Double]
      let losses: [Double]
      let gradient: [Double]
    }

    struct File: Decodable {
      let losses: [Row]
    }

    @Test("an infinite logit with a label that is 0 adds nothing, and has the slope 0")
    func infiniteLogits() throws {
      var p = NDArray([[-.infinity, 0, 1]], dtype: .float64)
      p.attachGradient()
      let loss = SoftmaxCrossEntropyLoss()
      let losses = record { loss(p, NDArray([[0, 0, 1]], dtype: .float64)) }
      losses.backward()
      #expect(abs(losses[0] - log(1 + exp(-1))) < 1e-15)
      #expect(losses.elements == loss(p, NDArray([2], dtype: .float64)).elements)
      #expect(try #require(p.gradient).elements[0] == 0)
      let binary = BinaryCrossEntropyLoss()
      let logits = NDArray([-.infinity, .infinity, -.infinity, .infinity])
      #expect(binary(logits, [0, 1, 1, 0]).elements == [0, 0, .infinity, .infinity])
      #expect(
        LogisticLoss()(logits, [-1, 1, 1, -1]).elements == [0, 0, .infinity, .infinity])
      let divergence = KLDivergenceLoss()(NDArray([[-.infinity, 0]]), NDArray([[0, 1]]))
      #expect(divergence.elements == [0])
    }

    @Test("values and gradients of losses are PyTorch's")
    func torch() throws {
      let file: File = try TorchFile.read("layers.json")
      #expect(file.losses.count == 50)
      for row in file.losses {
        let loss = try NamedLoss.make(row.name)
        var p = row.predictions.array
        p.attachGradient()
        let losses = record { loss(p, row.labels.array) }
        #expect(
          disagreements(losses.elements, expected(row), within: 1e-13, scale: 1e-3) == [],
          "\(row.name) \(p.shape)")
        let weights = NDArray(row.weights, dtype: .float64)
        record { weights * loss(p, row.labels.array) }.backward()
        let gradient = try #require(p.gradient).elements
        #expect(
          disagreements(gradient, row.gradient, within: 1e-12, scale: 1e-3) == [],
          "\(row.name) \(p.shape)")
      }
    }

    /// The recorded losses. Of two classes PyTorch makes an impossible one without a share nan; here it
    /// adds nothing.
    private func expected(_ row: Row) -> [Double] {
      guard row.name == "binary" else { return row.losses }
      let (p, y) = (row.predictions.elements, row.labels.elements)
      return row.losses.indices.map { place in
        row.losses.count == p.count && p[place] == -.infinity && y[place] == 0
          ? 0 : row.losses[place]
      }
    }
  }
}
