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

  /// `LeakyReLU`
  public var name: String { "LeakyReLU" }

  /// x above 0, slope · x below
  public func callAsFunction(_ input: NDArray) -> NDArray { input.leakyReLU(slope) }
}

extension NDArray {
  /// x above 0, slope · x below, element by element; the derivative at 0 is the slope, as in PyTorch.
  /// - Parameter slope: the slope below 0
  public func leakyReLU(_ slope: Double = 0.01) -> NDArray {
    NDArray.elementwise(LeakyReLUFunction(slope: slope), self)
  }
}

private struct LeakyReLUFunction: UnaryFunction {
  let slope: Double
  func value<T: Element>(_ x: T) -> T { x > 0 ? x : T(slope) * x }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { x > 0 ? g : T(slope) * g }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    .where(x .> 0, g, slope * g)
  }
}
