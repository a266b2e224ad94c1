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
