import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct GradientTests {
    /// A scalar function of one array, under a name for the test's report.
    struct Function: CustomTestStringConvertible, Sendable {
      let name: String
      let shape: [Int]
      let value: @Sendable (NDArray) -> NDArray
      var testDescription: String { name }
    }

    /// An array of the same numbers for every function; none near 0, so that quotients are tame.
    static func fixed(_ shape: Shape) -> NDArray {
      let random = RandomGenerator(seed: 3)
      let values = random.normals(shape.count).map { $0 < 0 ? $0 - 0.5 : $0 + 0.5 }
      return NDArray(values, shape: shape, dtype: .float64)
    }

    static let functions: [Function] = [
      Function(name: "sum of a + b, broadcast to rows", shape: [3]) { (x: NDArray) in
        ((fixed([4, 3]) + x) * fixed([4, 3])).sum()
      },
      Function(name: "sum of a - b, broadcast to columns", shape: [4, 1]) {
        ((fixed([4, 3]) - $0) * fixed([4, 3])).sum()
      },
      Function(name: "outer product", shape: [3]) { ($0 * fixed([4, 1]) * fixed([4, 3])).mean() },
      Function(name: "quotient, above", shape: [2, 3]) { ($0 / fixed([2, 3])).sum() },
      Function(name: "quotient, below", shape: [3]) { (fixed([2, 3]) / $0).sum() },
      Function(name: "with numbers", shape: [5]) { (2 * $0 - 1 / $0 + 3 - $0 / 4).mean() },
      Function(name: "squares and roots", shape: [4]) { ($0.square() + 1).squareRoot().sum() },
      Function(name: "used twice", shape: [3]) { ($0 * $0 + $0).sum() },
      Function(name: "matmul, left", shape: [3, 2]) { $0.matmul(fixed([2, 4])).square().sum() },
      Function(name: "matmul, right", shape: [2, 4]) { fixed([3, 2]).matmul($0).square().sum() },
      Function(name: "matmul with a vector", shape: [20]) {
        fixed([3, 20]).matmul($0).square().sum()
      },
      Function(name: "reshaped", shape: [6]) {
        $0.reshaped([2, 3]).matmul(fixed([3, 1])).square().sum()
      },
      Function(name: "L2Loss, predictions", shape: [5, 3]) { L2Loss()($0, fixed([5, 3])).sum() },
      Function(name: "L2Loss, labels", shape: [5]) { L2Loss()(fixed([5, 1]), $0).mean() },
    ]

    @Test("each operation's gradient agrees with finite differences", arguments: functions)
    func finiteDifferences(function: Function) throws {
      var x = GradientTests.fixed(Shape(function.shape))
      x.attachGradient()
      let loss = record { function.value(x) }
      loss.backward()
      let gradient = try #require(x.gradient)
      let step = 1e-6
      for (index, slope) in gradient.elements.enumerated() {
        var (left, right) = (x.elements, x.elements)
        left[index] -= step
        right[index] += step
        let shape = Shape(function.shape)
        let rise =
          function.value(NDArray(right, shape: shape, dtype: .float64)).item()
          - function.value(NDArray(left, shape: shape, dtype: .float64)).item()
        #expect(abs(slope - rise / (2 * step)) < 1e-7 * max(1, abs(slope)))
      }
    }

    @Test(
      "a dense layer's gradients agree with finite differences",
      arguments: [(1, 2, 1), (37, 2, 1), (5, 3, 1), (4, 20, 3), (40, 1, 2)])
    func dense(rows: Int, inputs: Int, units: Int) throws {
      var random = RandomGenerator(seed: 5)
      let x = NDArray.normal([rows, inputs], dtype: .float64, using: &random)
      let y = NDArray.normal([rows, units], dtype: .float64, using: &random)
      let layer = Dense(units)
      layer.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
      let value = { L2Loss()(layer(x), y).sum() }
      record(value).backward()
      for parameter in layer.parameters {
        let start = parameter.data
        let gradient = try #require(parameter.gradient).elements
        for index in 0..<start.count {
          func moved(by step: Double) -> Double {
            var elements = start.elements
            elements[index] += step
            parameter.data = NDArray(elements, shape: start.shape, dtype: .float64)
            defer { parameter.data = start }
            return value().item()
          }
          let slope = (moved(by: 1e-6) - moved(by: -1e-6)) / 2e-6
          #expect(abs(slope - gradient[index]) < 1e-6 * max(1, abs(slope)))
        }
      }
    }

    @Test("a vector stands for its sum")
    func vector() throws {
      var x: NDArray = [1, 2, 3]
      x.attachGradient()
      record { x.square() }.backward()
      #expect(try #require(x.gradient).elements == [2, 4, 6])
    }

    @Test("a gradient is replaced by the next one unless it accumulates")
    func accumulation() throws {
      var x: NDArray = [1]
      x.attachGradient()
      for _ in 1...2 { record { x * 3 }.backward() }
      #expect(try #require(x.gradient).elements == [3])
      x.attachGradient(accumulate: true)
      for _ in 1...2 { record { x * 3 }.backward() }
      #expect(try #require(x.gradient).elements == [6])
    }

    @Test("a gradient that was kept does not change with the next step")
    func kept() throws {
      var x: NDArray = [1]
      x.attachGradient()
      record { x * 3 }.backward()
      let kept = try #require(x.gradient)
      record { x * 5 }.backward()
      #expect(kept.elements == [3])
      #expect(try #require(x.gradient).elements == [5])
    }

    @Test("a gradient set to zero leaves the one that was kept")
    func zeroed() throws {
      var x: NDArray = [1]
      x.attachGradient(accumulate: true)
      x.zeroGradient()
      #expect(x.gradient?.elements == nil)
      record { x * 3 }.backward()
      let kept = try #require(x.gradient)
      x.zeroGradient()
      #expect(kept.elements == [3])
      #expect(try #require(x.gradient).elements == [0])
      record { x * 5 }.backward()
      #expect(try #require(x.gradient).elements == [5])
    }

    @Test("a layer adds up the gradients of several batches until they are set to zero")
    func severalBatches() throws {
      var random = RandomGenerator(seed: 5)
      let x = NDArray.normal([6, 2], dtype: .float64, using: &random)
      let y = NDArray.normal([6, 1], dtype: .float64, using: &random)
      let layer = Dense(1, inputs: 2)
      layer.initialize(.normal(sigma: 1), dtype: .float64, using: &random)
      record { L2Loss()(layer(x), y) }.backward()
      let whole = try #require(layer.weight.gradient).elements
      layer.accumulatesGradients = true
      #expect(layer.accumulatesGradients)
      layer.zeroGradients()
      for rows in [0..<2, 2..<6] {
        record { L2Loss()(layer(x[rows: rows]), y[rows: rows]) }.backward()
      }
      for (sum, slope) in zip(try #require(layer.weight.gradient).elements, whole) {
        #expect(abs(sum - slope) < 1e-14)
      }
      layer.accumulatesGradients = false
      #expect(!layer.bias.accumulatesGradient)
    }

    @Test("a descent of one's own keeps its gradient through -=")
    func ownDescent() throws {
      var w = NDArray([3], dtype: .float64)
      w.attachGradient()
      for _ in 0..<3 {
        record { w.square().sum() }.backward()
        w -= 0.1 * (try #require(w.gradient))
      }
      #expect(abs(w[0] - 3 * pow(0.8, 3)) < 1e-15)
      let before = try #require(w.gradient).elements
      w *= 2
      #expect(try #require(w.gradient).elements == before)
    }

    @Test("an assignment to a part of what was recorded leaves the record")
    func partOfRecorded() throws {
      var x: NDArray = [1, 2]
      x.attachGradient()
      var y = record { x.exp() }
      y[0] = 5
      #expect(!y.node.needsGradient)
      let z = record {
        var z = x * x
        z[1] = 7
        return z
      }
      z.backward()
      #expect(try #require(x.gradient).elements == [2, 0])
    }

    @Test("a gradient from outside is where the pass begins")
    func seeded() throws {
      var x: NDArray = [1, 2]
      x.attachGradient()
      record { x.square() }.backward(gradient: [10, 100])
      #expect(try #require(x.gradient).elements == [20, 400])
    }

    @Test("what is detached counts as a constant")
    func detached() throws {
      var x: NDArray = [3]
      x.attachGradient()
      record { x * (x * x).detached() }.backward()
      #expect(try #require(x.gradient).elements == [9])
    }

    @Test("losses of several recordings can be kept and differentiated later")
    func severalRecordings() throws {
      var x: NDArray = [2]
      x.attachGradient(accumulate: true)
      let first = record { x * x }
      let second = record { x * 10 }
      first.backward()
      second.backward()
      #expect(try #require(x.gradient).elements == [14])
      #expect(first.item() == 4)
      #expect(second.item() == 20)
    }

    @Test("nothing is recorded inside noGradient")
    func noGradientScope() throws {
      var x: NDArray = [2]
      x.attachGradient()
      let y = record { x * noGradient { x * x } }
      y.backward()
      #expect(try #require(x.gradient).elements == [4])
    }

    @Test("a long chain is walked and let go without recursion")
    func longChain() throws {
      var x: NDArray = [1]
      x.attachGradient()
      let y = record { (0..<200_000).reduce(x) { sum, _ in sum + 1 } }
      y.backward()
      #expect(try #require(x.gradient).elements == [1])
    }
  }
}
