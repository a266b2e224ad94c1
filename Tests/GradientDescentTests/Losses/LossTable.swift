import Testing

@testable import GradientDescent

/// A loss with the labels that it takes and shapes to try it on. A new loss is one row.
struct LossRow: CustomTestStringConvertible, Sendable {
  /// What labels are drawn.
  enum Labels: Sendable {
    case numbers, signs, chances, shares, classes
  }

  let name: String
  var labels = Labels.numbers
  var shapes = [[5], [4, 1], [3, 4], [2, 3, 2], [2, 1, 3, 2], [2, 40]]
  let make: @Sendable () -> any Loss
  var testDescription: String { name }

  private static let classed = [[5, 2], [3, 4], [2, 3, 5], [2, 1, 3, 2], [2, 40]]

  static let all: [LossRow] = [
    LossRow(name: "L1Loss") { L1Loss() },
    LossRow(name: "L2Loss") { L2Loss() },
    LossRow(name: "MSELoss") { MSELoss(reduction: .none) },
    LossRow(name: "HuberLoss") { HuberLoss() },
    LossRow(name: "HuberLoss, delta 0.3") { HuberLoss(delta: 0.3) },
    LossRow(name: "BinaryCrossEntropyLoss", labels: .chances) { BinaryCrossEntropyLoss() },
    LossRow(name: "LogisticLoss", labels: .signs) { LogisticLoss() },
    LossRow(name: "HingeLoss", labels: .signs) { HingeLoss() },
    LossRow(name: "HingeLoss, margin 2", labels: .signs) { HingeLoss(margin: 2) },
    LossRow(name: "HingeLoss, squared", labels: .signs) { HingeLoss(squared: true) },
    LossRow(name: "KLDivergenceLoss", labels: .shares, shapes: classed) { KLDivergenceLoss() },
    LossRow(name: "SoftmaxCrossEntropyLoss of classes", labels: .classes, shapes: classed) {
      SoftmaxCrossEntropyLoss()
    },
    LossRow(name: "CrossEntropyLoss", labels: .classes, shapes: classed) {
      CrossEntropyLoss(reduction: .none)
    },
    LossRow(name: "SoftmaxCrossEntropyLoss of shares", labels: .shares, shapes: classed) {
      SoftmaxCrossEntropyLoss()
    },
  ]

  /// Whether the loss has slopes in its labels that differences can find.
  var differentiatesLabels: Bool { labels == .numbers || labels == .chances || labels == .shares }

  /// Labels for predictions of a shape.
  func draw(_ shape: Shape, _ random: RandomGenerator) -> NDArray {
    func draws(_ value: () -> Double) -> NDArray {
      NDArray((0..<shape.count).map { _ in value() }, shape: shape, dtype: .float64)
    }
    switch labels {
    case .numbers: return draws { random.normals(1)[0] }
    case .signs: return draws { random.uniform() < 0.5 ? -1 : 1 }
    case .chances: return draws { 0.1 + 0.8 * random.uniform() }
    case .shares:
      let weights = draws { 0.1 + 0.8 * random.uniform() }
      return weights / (weights.sum(axis: -1, keepDimensions: true))
    case .classes:
      let lengths = Shape(Array(shape.array.dropLast()))
      let classes = UInt32(shape[-1])
      return NDArray(
        (0..<lengths.count).map { _ in Double(random.below(classes)) }, shape: lengths,
        dtype: .float64)
    }
  }
}
