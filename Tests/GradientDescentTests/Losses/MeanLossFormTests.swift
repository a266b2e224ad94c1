import Testing

@testable import GradientDescent

extension EngineTests {
  /// Losses by their names in PyTorch, and what measures classes.
  @Suite struct MeanLossFormTests {
    @Test("losses named as in PyTorch reduce as there")
    func reductions() {
      let p = NDArray([1, 2, 4, 8], shape: [2, 2], dtype: .float64)
      let y = NDArray([0, 0, 0, 4], shape: [2, 2], dtype: .float64)
      #expect(MSELoss()(p, y).shape == [])
      #expect(MSELoss()(p, y).item() == 37.0 / 4)
      #expect(MSELoss(reduction: .sum)(p, y).item() == 37.0 / 2)
      #expect(MSELoss(reduction: .none)(p, y).elements == [2.5, 16])
      let each = SoftmaxCrossEntropyLoss()(p, [1, 0])
      #expect(CrossEntropyLoss()(p, [1, 0]).item() == each.mean().item())
      #expect(CrossEntropyLoss(reduction: .sum)(p, [1, 0]).item() == each.sum().item())
    }

    @Test("classes may be whole numbers, for predictions of either type")
    func integers() {
      let classes = [0, 2]
      for dtype in [DType.float32, .float64] {
        let p = NDArray([1, 2, 3, 1, 2, 5], shape: [2, 3], dtype: dtype)
        let labels = NDArray([0, 2], dtype: dtype)
        #expect(SoftmaxCELoss()(p, classes).elements == SoftmaxCELoss()(p, labels).elements)
        #expect(CrossEntropyLoss()(p, classes).item() == CrossEntropyLoss()(p, labels).item())
      }
    }

    @Test("an impossible class without a share adds nothing, one with a share is infinite")
    func infiniteLogits() {
      let p = NDArray([-.infinity, 0, 1], shape: [1, 3])
      let classes = SoftmaxCrossEntropyLoss()(p, [2]).item()
      #expect(SoftmaxCrossEntropyLoss()(p, NDArray([0, 0, 1], shape: [1, 3])).item() == classes)
      #expect(SoftmaxCrossEntropyLoss()(p, NDArray([1, 0, 0], shape: [1, 3])).item() == .infinity)
      let share = NDArray([0, 0, 1], shape: [1, 3])
      #expect(KLDivergenceLoss()(p.logSoftmax(), share).item() == classes)
      let logits = NDArray([-.infinity, .infinity, -.infinity, .infinity])
      let labels: NDArray = [0, 1, 1, 0]
      #expect(
        BinaryCrossEntropyLoss()(logits, labels).elements == [0, 0, .infinity, .infinity])
      #expect(LogisticLoss()(logits, 2 * labels - 1).elements == [0, 0, .infinity, .infinity])
    }

    @Test("accuracy is the share of classes that are right")
    func accuracies() {
      let p = NDArray([3, 1, 2, 0, 5, 4, 1, 2, 9, 7, 0, 0], shape: [4, 3])
      #expect(accuracy(p, [0, 1, 2, 1]) == 0.75)
      let classes = [0, 1, 2, 1]
      #expect(accuracy(p, classes) == 0.75)
      let rows = NDArray([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0], shape: [4, 3])
      #expect(accuracy(p, rows) == 0.75)
      let logits = NDArray([-1, 2, 0.3, -4], shape: [4, 1])
      #expect(accuracy(logits, NDArray([0, 1, 1, 1], shape: [4, 1])) == 0.75)
      #expect(accuracy(NDArray([0.2, 0.4, 0.9]), [0, 1, 1], threshold: 0.5) == 2.0 / 3)
    }

    @Test("an accuracy of unlike shapes names both")
    func shapes() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { _ = accuracy(.ones([4, 3]), .ones([5])) }
      #expect(
        try FaultTests.message(result).contains(
          "accuracy: predictions of shape [4, 3] for labels of shape [5]"))
    }
  }
}
