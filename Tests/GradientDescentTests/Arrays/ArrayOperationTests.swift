import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct ArrayOperationTests {
    static var shapesPerOperation: Int { 8 }

    /// The sum of all elements, each with a weight of its own, so that none can be mistaken for
    /// another.
    static func weighted(_ result: NDArray) -> NDArray {
      let weights = (0..<result.count).map { 1 + Double($0 % 7) / 4 }
      return (result * NDArray(weights, shape: result.shape, dtype: result.dtype)).sum()
    }

    /// The value and the gradients of an operation, which is run twice in a recording so that
    /// gradients are also added up, and added to those of an earlier pass.
    static func run(_ operation: ArrayOperation, _ inputs: [NDArray], _ dtype: DType) -> (
      value: NDArray, gradients: [[Double]]
    ) {
      var inputs = inputs.map { $0.asType(dtype) }
      for place in inputs.indices { inputs[place].attachGradient(accumulate: true) }
      for _ in 1...2 {
        let loss = record {
          weighted(operation.value(inputs)) + weighted(operation.value(inputs)) * 0.5
        }
        loss.backward()
      }
      let gradients = inputs.map { input in
        (input.gradient?.elements ?? input.elements.map { _ in 0 }).map { $0 / 3 }
      }
      return (operation.value(inputs), gradients)
    }

    @Test(
      "each operation's gradients agree with finite differences", arguments: ArrayOperation.all)
    func finiteDifferences(operation: ArrayOperation) throws {
      let random = RandomInputs(operation, seed: 11)
      for turn in 0..<ArrayOperationTests.shapesPerOperation {
        let inputs = random.next()
        let gradients = ArrayOperationTests.run(operation, inputs, .float64).gradients
        for (place, input) in inputs.enumerated() {
          try #require(gradients[place].count == input.count)
          // Of large arrays every few elements, others each turn.
          let distance = 1 + input.count / 24
          for index in stride(from: turn % distance, to: input.count, by: distance) {
            func moved(by step: Double) -> Double {
              var (elements, moved) = (input.elements, inputs)
              elements[index] += step
              moved[place] = NDArray(elements, shape: input.shape, dtype: .float64)
              return ArrayOperationTests.weighted(operation.value(moved)).item()
            }
            let slope = (moved(by: 1e-5) - moved(by: -1e-5)) / 2e-5
            #expect(
              abs(slope - gradients[place][index]) < 1e-7 * max(1, abs(slope)),
              "\(inputs.map(\.shape)), input \(place), element \(index)")
          }
        }
      }
    }

    @Test("each operation gives the same in both types", arguments: ArrayOperation.all)
    func types(operation: ArrayOperation) {
      let random = RandomInputs(operation, seed: 12)
      for _ in 0..<ArrayOperationTests.shapesPerOperation {
        let inputs = random.next()
        let double = ArrayOperationTests.run(operation, inputs, .float64)
        let float = ArrayOperationTests.run(operation, inputs, .float32)
        #expect(float.value.dtype == .float32)
        #expect(double.value.dtype == .float64)
        #expect(float.value.shape == double.value.shape)
        let pairs =
          Array(zip(double.value.elements, float.value.elements))
          + zip(double.gradients.joined(), float.gradients.joined())
        for (exact, rounded) in pairs {
          #expect(abs(exact - rounded) <= 1e-4 * max(1, abs(exact)), "\(inputs.map(\.shape))")
        }
      }
    }

    @Test("no operation changes what it reads", arguments: ArrayOperation.all)
    func purity(operation: ArrayOperation) {
      let inputs = RandomInputs(operation, seed: 13).next()
      let before = inputs.map(\.elements)
      _ = operation.value(inputs)
      #expect(inputs.map(\.elements) == before)
    }
  }
}
