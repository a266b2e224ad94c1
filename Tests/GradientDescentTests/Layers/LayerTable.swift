import Testing

@testable import GradientDescent

/// A layer with shapes to try it on. A new layer is one row.
struct LayerRow: CustomTestStringConvertible, Sendable {
  let name: String
  let shapes: [[Int]]
  /// Whether it is tried as in training.
  var learns = true
  /// Inputs are whole numbers from 0, below this.
  var indices: Int?
  /// Makes the layer; each time the same.
  let make: @Sendable () -> any Layer
  var testDescription: String { name }

  static let elementwise = [[6], [4, 3], [2, 3, 2], [2, 1, 3, 2]]

  static let all: [LayerRow] = [
    LayerRow(name: "ReLU", shapes: elementwise) { ReLU() },
    LayerRow(name: "LeakyReLU", shapes: elementwise) { LeakyReLU(0.2) },
    LayerRow(name: "Sigmoid", shapes: elementwise) { Sigmoid() },
    LayerRow(name: "Tanh", shapes: elementwise) { Tanh() },
    LayerRow(name: "GELU", shapes: elementwise) { GELU() },
    LayerRow(name: "Softmax", shapes: elementwise + [[2, 40]]) { Softmax() },
    LayerRow(name: "Flatten", shapes: elementwise) { Flatten() },
    LayerRow(name: "Dropout in training", shapes: elementwise) {
      Dropout(0.4, using: RandomGenerator(seed: 8))
    },
    LayerRow(name: "Dropout in prediction", shapes: elementwise, learns: false) {
      Dropout(0.4, using: RandomGenerator(seed: 8))
    },
    LayerRow(name: "Embedding", shapes: [[5], [3, 4], [2, 1, 3]], indices: 4) { Embedding(4, 3) },
    LayerRow(name: "LayerNorm", shapes: [[5], [4, 3], [2, 3, 2], [2, 1, 3, 2], [3, 40]]) {
      LayerNorm()
    },
    LayerRow(name: "BatchNorm in training", shapes: [[2, 1], [6, 3], [4, 2, 3], [2, 3, 2, 2]]) {
      BatchNorm()
    },
    LayerRow(
      name: "BatchNorm in prediction", shapes: [[1, 3], [6, 3], [4, 2, 3]], learns: false
    ) {
      BatchNorm()
    },
    LayerRow(name: "Dense", shapes: [[1, 2], [5, 3]]) { Dense(4) },
    LayerRow(name: "Dense with an activation", shapes: [[5, 3]]) { Dense(4, activation: .tanh) },
    LayerRow(name: "Activation", shapes: elementwise) { Activation("sigmoid") },
    LayerRow(name: "Conv2D", shapes: [[1, 1, 3, 3], [2, 3, 5, 4]]) { Conv2D(4, kernel: 3) },
    LayerRow(name: "Conv2D with strides and padding", shapes: [[2, 2, 4, 7], [1, 1, 1, 2]]) {
      Conv2D(3, kernel: 3, stride: 2, padding: 2, activation: .tanh)
    },
    LayerRow(name: "MaxPool2D", shapes: [[2, 2, 4, 6], [1, 3, 5, 5]]) { MaxPool2D(2) },
    LayerRow(name: "MaxPool2D with padding", shapes: [[2, 2, 4, 6]]) {
      MaxPool2D(3, stride: 2, padding: 1)
    },
    LayerRow(name: "AvgPool2D", shapes: [[2, 2, 4, 6], [1, 3, 5, 5]]) { AvgPool2D(2) },
    LayerRow(name: "AvgPool2D with padding", shapes: [[2, 2, 4, 6]]) {
      AvgPool2D(3, stride: 2, padding: 1)
    },
    LayerRow(name: "GlobalAvgPool2D", shapes: [[2, 3, 2, 4]]) { GlobalAvgPool2D() },
    LayerRow(name: "Sequential", shapes: [[5, 3]]) {
      Sequential(Dense(4), BatchNorm(), Tanh(), Sequential([LayerNorm(), GELU()]), Dense(2))
    },
    LayerRow(name: "a layer of one's own", shapes: [[4, 3]]) { LogSoftmax() },
  ]
}

/// The gradient of a function at a point by central differences.
/// - Parameter value: the function, of the point's elements
func centralDifferences(_ elements: [Double], _ value: ([Double]) -> Double) -> [Double] {
  let step = 1e-6
  return elements.indices.map { index in
    var (left, right) = (elements, elements)
    left[index] -= step
    right[index] += step
    return (value(right) - value(left)) / (2 * step)
  }
}
