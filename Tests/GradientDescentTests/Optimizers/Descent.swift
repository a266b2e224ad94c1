@testable import GradientDescent

/// Parameters on their way down a loss.
final class Descent {
  let parameters: [Parameter]
  let trainer: Trainer
  let loss: ([Parameter]) -> NDArray

  init(
    _ starts: [(numbers: [Double], shape: [Int])], _ optimizer: any Optimizer,
    dtype: DType = .float64, loss: @escaping ([Parameter]) -> NDArray
  ) {
    parameters = starts.map { start in
      let parameter = Parameter(name: "x")
      parameter.data = NDArray(start.numbers, shape: Shape(start.shape), dtype: dtype)
      return parameter
    }
    trainer = Trainer(parameters, optimizer)
    self.loss = loss
  }

  /// A descent of a function of two numbers.
  convenience init(
    from start: [Double], _ optimizer: any Optimizer, dtype: DType = .float64,
    loss: @escaping (NDArray) -> NDArray
  ) {
    self.init([(start, [start.count])], optimizer, dtype: dtype) { loss($0[0].data) }
  }

  func step() {
    record { loss(parameters) }.backward()
    trainer.step(1)
  }

  /// All numbers, one parameter after another.
  var numbers: [Double] { parameters.flatMap { $0.data.elements } }

  /// The numbers before and after each of some steps.
  func trajectory(_ steps: Int) -> [[Double]] {
    var points = [numbers]
    for _ in 0..<steps {
      step()
      points.append(numbers)
    }
    return points
  }
}

/// The functions that the golden files descend.
enum Slope {
  /// 0.1x² + 2y²
  static func bowl(_ p: NDArray) -> NDArray {
    (p.square() * NDArray([0.1, 2], dtype: p.dtype)).sum()
  }

  /// 100(y − x²)² + (1 − x)², with x and y picked by masks
  static func rosenbrock(_ p: NDArray) -> NDArray {
    let x = (p * NDArray([1, 0], dtype: p.dtype)).sum()
    let y = (p * NDArray([0, 1], dtype: p.dtype)).sum()
    return 100 * (y - x.square()).square() + (1 - x).square()
  }

  /// |x| + x²/4 + (y − 1)²/2
  static func kink(_ p: NDArray) -> NDArray {
    let x = (p * NDArray([1, 0], dtype: p.dtype)).sum()
    let y = (p * NDArray([0, 1], dtype: p.dtype)).sum()
    let side: Double = p.elements[0] > 0 ? 1 : p.elements[0] < 0 ? -1 : 0
    return x * side + x.square() / 4 + (y - 1).square() / 2
  }

  /// The mean of (X·W + b − Y)²/2, as in optimizers.py
  static func regression(_ p: [Parameter]) -> NDArray {
    let dtype = p[0].data.dtype
    let x = NDArray([1, 0, -2, 0.5, 0, 1.5, -1, 0, 0.25, 2, 0, 1], shape: [4, 3], dtype: dtype)
    let y = NDArray([1, -1, 2, 0.5, -0.5, 3, 0, 1], shape: [4, 2], dtype: dtype)
    return (x.matmul(p[0].data) + p[1].data - y).square().sum() / 8
  }
}
