import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LayerGoldenTests {
    /// A layer's call and its gradients, as layers.py wrote them.
    struct Row: Decodable {
      let name: String
      let inputs: [TorchArray]
      let training: Bool
      let parameters: [[Double]]
      let weights: [Double]
      let shape: [Int]
      let output: [Double]
      let gradient: [Double]?
      let parameterGradients: [[Double]]
      let runningMean: [Double]?
      let runningVariance: [Double]?
    }

    struct File: Decodable {
      let layers: [Row]
    }

    let rows: [Row]

    init() throws {
      let file: File = try TorchFile.read("layers.json")
      rows = file.layers
    }

    @Test("values and gradients of layers are PyTorch's")
    func torch() throws {
      #expect(rows.count == 38)
      for row in rows { try compare(row) }
    }

    private func compare(_ row: Row) throws {
      let layer = try NamedLayer.make(row.name)
      try prepare(layer, row)
      for input in row.inputs.dropLast() { _ = trainMode { layer(input.array) } }
      var x = try #require(row.inputs.last).array
      if row.gradient != nil { x.attachGradient() }
      let call = { row.training ? trainMode { layer(x) } : predictMode { layer(x) } }
      let output = record(call)
      #expect(output.shape == Shape(row.shape))
      #expect(
        disagreements(output.elements, row.output, within: 1e-13, scale: 1e-2) == [], "\(row.name)")
      let weights = NDArray(row.weights, shape: Shape(row.shape), dtype: .float64)
      record { call() * weights }.backward()
      if let gradient = row.gradient {
        let found = try #require(x.gradient).elements
        #expect(disagreements(found, gradient, within: 1e-12, scale: 1e-1) == [], "\(row.name)")
      }
      for (parameter, gradient) in zip(layer.parameters, row.parameterGradients) {
        let found = try #require(parameter.gradient).elements
        #expect(disagreements(found, gradient, within: 1e-12, scale: 1e-1) == [], "\(row.name)")
      }
    }

    /// Gives the layer the recorded parameters, whose shapes its first call tells.
    private func prepare(_ layer: any Layer, _ row: Row) throws {
      var random = RandomGenerator(seed: 0)
      layer.initialize(.zero, dtype: .float64, using: &random)
      _ = predictMode { layer(row.inputs[0].array) }
      try #require(layer.parameters.count == row.parameters.count)
      for (parameter, values) in zip(layer.parameters, row.parameters) {
        parameter.data = NDArray(values, shape: parameter.data.shape, dtype: .float64)
      }
    }

    @Test("running averages are PyTorch's")
    func runningAverages() throws {
      var count = 0
      for row in rows {
        guard let mean = row.runningMean, let variance = row.runningVariance else { continue }
        let layer = BatchNorm()
        try prepare(layer, row)
        let batches = row.training ? row.inputs[...] : row.inputs.dropLast()
        for input in batches { _ = trainMode { layer(input.array) } }
        #expect(disagreements(layer.runningMean.elements, mean, within: 1e-13, scale: 0.1) == [])
        #expect(disagreements(layer.runningVariance.elements, variance, within: 1e-13) == [])
        count += 1
      }
      #expect(count == 6)
    }
  }
}
