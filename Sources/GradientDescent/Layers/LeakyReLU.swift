/// The leaky rectified linear unit: x above 0, slope · x below, so that no unit stops learning.
///
/// - Shape: any, kept
/// - Source: Maas, Hannun and Ng, Rectifier nonlinearities improve neural network acoustic models, 2013
public final class LeakyReLU: Layer {
  /// The slope below 0.
  public let slope: Double

  /// Makes the layer.
  /// - Parameter slope: the slope below 0, a finite number
  public init(_ slope: Double = 0.01) {
    if !slope.isFinite { fault("LeakyReLU", "the slope \(slope); a finite number is needed") }
    self.slope = slope
  }

  /// x above 0, slope · x below
  public func callAsFunction(_ input: NDArray) -> NDArray { input.leakyReLU(slope) }
}

extension NDArray {
  /// x above 0, slope · x below, element by element; the derivative at 0 is the slope, as in PyTorch.
  /// - Parameter slope: the slope below 0
  public func leakyReLU(_ slope: Double = 0.01) -> NDArray {
    NDArray.operation(shape, node, scalar: slope) { result in
      switch dtype {
      case .float32: LeakyKernel.forward(Float.self, node, result, slope)
      case .float64: LeakyKernel.forward(Double.self, node, result, slope)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: LeakyKernel.backward(Float.self, result)
      case .float64: LeakyKernel.backward(Double.self, result)
      }
    }
  }
}

private enum LeakyKernel {
  static func forward<T: Element>(_ type: T.Type, _ input: Node, _ result: Node, _ slope: Double) {
    let (x, y) = (input.pointer(T.self), result.pointer(T.self))
    let slope = T(slope)
    for i in 0..<result.count { y[i] = x[i] > 0 ? x[i] : slope * x[i] }
  }

  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let input = result.inputs.0, let g = result.gradient else { return }
    let (x, dy) = (input.pointer(T.self), g.pointer(T.self))
    let (gradient, adds) = input.gradientShare()
    let dx = gradient.pointer(T.self)
    let slope = T(result.scalar)
    for i in 0..<result.count {
      let share = x[i] > 0 ? dy[i] : slope * dy[i]
      dx[i] = adds ? dx[i] + share : share
    }
  }
}
