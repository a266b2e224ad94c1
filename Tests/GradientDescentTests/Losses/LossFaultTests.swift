import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct LossFaultTests {
    @Test(
      "predictions [4, 1] and labels [4] are refused, and both are named",
      arguments: ["l1", "huber 1", "binary", "logistic", "hinge", "squaredhinge", "softmax", "kl"])
    func shapes(name: String) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [name] in
        let loss = try NamedLoss.make(name)
        _ = loss(.ones([4, 1]), .ones([4]))
      }
      #expect(
        try FaultTests.message(result).contains(
          "Loss: predictions of shape [4, 1] for labels of shape [4]"))
    }

    @Test(
      "labels that make no sense are refused",
      arguments: [
        ("binary", -0.25, "the label -0.25; expected a probability from 0 to 1"),
        ("binary", 1.5, "the label 1.5; expected a probability from 0 to 1"),
        ("logistic", 0, "the label 0.0; expected -1 or 1"),
        ("hinge", 2, "the label 2.0; expected -1 or 1"),
        ("squaredhinge", 0, "the label 0.0; expected -1 or 1"),
        ("kl", -0.5, "the label -0.5; expected a probability, at least 0"),
      ])
    func labels(name: String, label: Double, message: String) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [name, label] in
        let loss = try NamedLoss.make(name)
        _ = loss(.ones([2, 2]), NDArray([1, 1, label, 1], shape: [2, 2]))
      }
      #expect(try FaultTests.message(result).contains(message))
    }

    @Test(
      "a label that is no class is refused",
      arguments: [
        ("-1", "the label -1.0 for 3 classes; expected a whole number from 0 to 2"),
        ("3", "the label 3.0 for 3 classes; expected a whole number from 0 to 2"),
        ("0.5", "the label 0.5 for 3 classes; expected a whole number from 0 to 2"),
        ("nan", "the label nan for 3 classes; expected a whole number from 0 to 2"),
        ("1e300", "the label inf for 3 classes; expected a whole number from 0 to 2"),
      ])
    func classes(label: String, message: String) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [label] in
        _ = SoftmaxCrossEntropyLoss()(.ones([2, 3]), NDArray([1, try #require(Double(label))]))
      }
      #expect(try FaultTests.message(result).contains("SoftmaxCrossEntropyLoss: \(message)"))
    }

    @Test("negative shares and labels of another type are refused")
    func shares() async throws {
      let negative = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        _ = SoftmaxCrossEntropyLoss()(.ones([1, 3]), NDArray([1.5, -0.5, 0], shape: [1, 3]))
      }
      #expect(
        try FaultTests.message(negative).contains(
          "SoftmaxCrossEntropyLoss: the label -0.5; expected a probability"))
      let mixed = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = SoftmaxCrossEntropyLoss()(.ones([2, 3], dtype: .float64), NDArray([1, 2])) }
      #expect(
        try FaultTests.message(mixed).contains(
          "SoftmaxCrossEntropyLoss: a float64 array of shape [2, 3] meets a float32 array"))
    }

    @Test(
      "settings that make no sense are refused",
      arguments: [
        ("huber 0", "HuberLoss: delta 0.0; a number above 0"),
        ("huber -1", "HuberLoss: delta -1.0; a number above 0"),
        ("huber nan", "HuberLoss: delta nan; a number above 0"),
        ("hinge -2", "HingeLoss: margin -2.0; a number above 0"),
      ])
    func settings(name: String, message: String) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [name] in _ = try NamedLoss.make(name) }
      #expect(try FaultTests.message(result).contains(message))
    }
  }
}
