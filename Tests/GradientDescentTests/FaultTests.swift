import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct FaultTests {
    /// The standard error of a program that faults in `body`.
    static func message(_ result: ExitTest.Result?) throws -> String {
      String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    }

    @Test("a product of unfitting shapes names both")
    func matmul() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = NDArray.ones([2, 3]).matmul(.ones([2, 3])) }
      #expect(
        try FaultTests.message(result).contains("matmul: the shapes [2, 3] and [2, 3] do not fit"))
    }

    @Test("shapes that do not broadcast are named")
    func broadcast() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = NDArray.ones([2, 3]) + .ones([2]) }
      #expect(try FaultTests.message(result).contains("+: the shapes [2, 3] and [2]"))
    }

    @Test("a loss of unlike shapes names both")
    func loss() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = L2Loss()(.ones([4, 2]), .ones([4])) }
      #expect(try FaultTests.message(result).contains("L2Loss: predictions of shape [4, 2]"))
    }

    @Test("backward without a recording says what to do")
    func backward() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { NDArray.ones([1]).backward() }
      #expect(try FaultTests.message(result).contains("compute it in record { }"))
    }

    @Test("a second backward is refused")
    func secondBackward() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        var x: NDArray = [1]
        x.attachGradient()
        let y = record { x * x }
        y.backward()
        y.backward()
      }
      #expect(try FaultTests.message(result).contains("used up by an earlier backward()"))
    }

    @Test("float32 and float64 do not mix")
    func types() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = NDArray.ones([2]) * .ones([2], dtype: .float64) }
      #expect(
        try FaultTests.message(result).contains("a float32 array of shape [2] meets a float64"))
    }

    @Test("a batch size larger than the data is refused")
    func batchSize() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = DataLoader(ArrayDataset(.ones([3, 1]), .ones([3])), batchSize: 4) }
      #expect(try FaultTests.message(result).contains("the batch size 4 for 3 examples"))
    }

    @Test("a step without gradients is refused")
    func step() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        var random = RandomGenerator(seed: 1)
        let layer = Dense(1, inputs: 2)
        layer.initialize(.normal(sigma: 1), using: &random)
        Trainer(layer.parameters, SGD(learningRate: 1)).step(1)
      }
      #expect(try FaultTests.message(result).contains("weight has no gradient"))
    }

    @Test("a negative learning rate is refused")
    func learningRate() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = SGD(learningRate: -0.1) }
      #expect(try FaultTests.message(result).contains("the learning rate -0.1 is negative"))
    }
  }
}
