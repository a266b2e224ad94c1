import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LayerTests {
    /// A layer at a point: its input and the values of its parameters.
    struct Point {
      let row: LayerRow
      let input: NDArray
      let parameters: [NDArray]
      let weights: NDArray

      init(_ row: LayerRow, _ shape: [Int], seed: UInt64) {
        self.row = row
        var random = RandomGenerator(seed: seed)
        let shape = Shape(shape)
        let draws = (0..<shape.count).map { _ in
          row.indices.map { Double(random.below(UInt32($0))) } ?? random.normals(1)[0]
        }
        let input = NDArray(draws, shape: shape, dtype: .float64)
        let layer = row.make()
        layer.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
        let output = predictMode { layer(input) }
        self.input = input
        parameters = layer.parameters.map {
          NDArray.normal($0.data.shape, dtype: .float64, using: &random)
        }
        weights = NDArray.normal(output.shape, dtype: .float64, using: &random)
      }

      /// Σ weights · layer(input), by a layer made anew.
      func value(_ input: NDArray, _ parameters: [NDArray]) -> (NDArray, any Layer) {
        let layer = row.make()
        for (parameter, values) in zip(layer.parameters, parameters) { parameter.data = values }
        let output = row.learns ? trainMode { layer(input) } : predictMode { layer(input) }
        return ((weights * output).sum(), layer)
      }
    }

    @Test("each layer's gradients agree with finite differences", arguments: LayerRow.all)
    func finiteDifferences(row: LayerRow) throws {
      for (number, shape) in row.shapes.enumerated() {
        let point = Point(row, shape, seed: UInt64(20 + number))
        var x = point.input
        if row.indices == nil { x.attachGradient() }
        let (loss, layer) = record { point.value(x, point.parameters) }
        loss.backward()
        if row.indices == nil {
          let slopes = centralDifferences(x.elements) {
            let moved = NDArray($0, shape: x.shape, dtype: .float64)
            return point.value(moved, point.parameters).0.item()
          }
          let gradient = try #require(x.gradient).elements
          #expect(disagreements(gradient, slopes, within: 1e-7, scale: 1) == [], "\(shape)")
        }
        for (place, parameter) in layer.parameters.enumerated() {
          let start = parameter.data
          let slopes = centralDifferences(start.elements) {
            var moved = point.parameters
            moved[place] = NDArray($0, shape: start.shape, dtype: .float64)
            return point.value(x.detached(), moved).0.item()
          }
          let gradient = try #require(parameter.gradient).elements
          #expect(
            disagreements(gradient, slopes, within: 1e-7, scale: 1) == [],
            "\(parameter.name), \(shape)")
        }
      }
    }

    @Test("a layer in float32 is the one in float64, rounded", arguments: LayerRow.all)
    func singlePrecision(row: LayerRow) throws {
      for shape in row.shapes {
        let point = Point(row, shape, seed: 50)
        let (value, layer) = record { point.value(point.input, point.parameters) }
        let single = row.make()
        for (parameter, values) in zip(single.parameters, point.parameters) {
          parameter.data = values.asType(.float32)
        }
        let input = point.input.asType(.float32)
        let loss = record {
          (point.weights.asType(.float32)
            * (row.learns ? trainMode { single(input) } : predictMode { single(input) })).sum()
        }
        #expect(loss.dtype == .float32)
        #expect(disagreements([loss.item()], [value.item()], within: 2e-4, scale: 1) == [])
        guard !layer.parameters.isEmpty else { continue }
        value.backward()
        loss.backward()
        for (a, b) in zip(single.parameters, layer.parameters) {
          let (found, expected) = (try #require(a.gradient), try #require(b.gradient))
          #expect(disagreements(found.elements, expected.elements, within: 1e-3, scale: 1) == [])
        }
      }
    }

    @Test("nan in the input comes out, and the rest of the batch stays finite where it can")
    func nan() {
      let x = NDArray([.nan, 1, 2, 0.5, -1, 3], shape: [2, 3])
      for layer in [ReLU(), LeakyReLU(), Sigmoid(), Tanh(), GELU(), Flatten()] as [any Layer] {
        let y = layer(x).elements
        #expect(y[0].isNaN)
        #expect(y[1...].allSatisfy { $0.isFinite })
      }
      var random = RandomGenerator(seed: 1)
      let norm = LayerNorm()
      norm.initialize(.zero, using: &random)
      for layer in [Softmax(), norm] as [any Layer] {
        let y = layer(x).elements
        #expect(y[..<3].allSatisfy { $0.isNaN })
        #expect(y[3...].allSatisfy { $0.isFinite })
      }
      let batchNorm = BatchNorm()
      batchNorm.initialize(.zero, using: &random)
      let y = trainMode { batchNorm(x) }.elements
      #expect(y.map(\.isNaN) == [true, false, false, true, false, false])
      #expect(batchNorm.runningMean.elements.map(\.isNaN) == [true, false, false])
    }

    @Test("a Sequential takes layers in any way, and calls them in order")
    func sequential() {
      let x: NDArray = [-1, 2]
      let listed = Sequential(ReLU(), LeakyReLU(), Tanh())
      let added = Sequential()
      #expect(added(x).elements == [-1, 2])
      for layer in [ReLU(), LeakyReLU(), Tanh()] as [any Layer] { added.add(layer) }
      #expect(listed.count == 3)
      #expect(added.count == 3)
      #expect(listed[1] is LeakyReLU)
      #expect(listed(x).elements == x.relu().tanh().elements)
      #expect(added(x).elements == listed(x).elements)
      #expect(Sequential([Dense(2), Tanh(), Dense(1)]).parameters.count == 4)
    }
  }
}
