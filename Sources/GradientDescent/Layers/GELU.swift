/// The Gaussian error linear unit: x · Φ(x), with Φ the normal distribution function, exact.
///
/// - Shape: any, kept
/// - Source: Hendrycks and Gimpel, Gaussian error linear units, 2016; PyTorch's `GELU`
public final class GELU: Layer {
  /// Makes the layer.
  public init() {}

  /// `GELU`
  public var name: String { "GELU" }

  /// x · Φ(x)
  public func callAsFunction(_ input: NDArray) -> NDArray { input.gelu() }
}

extension NDArray {
  /// x · Φ(x) = ½x · (1 + erf(x/√2)), element by element.
  public func gelu() -> NDArray { NDArray.elementwise(GaussianUnit(), self) }
}

private struct GaussianUnit: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { x * share(x) }

  /// Φ(x) + x · φ(x)
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T {
    let density = T.exp(-x * x / 2) * T(0.3989422804014327)
    return (share(x) + x * density) * g
  }

  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    let share = (1 + (x * 0.7071067811865476).erf()) / 2
    return (share + x * ((-x * x / 2).exp() * 0.3989422804014327)) * g
  }

  /// Φ(x)
  @inline(__always)
  private func share<T: Element>(_ x: T) -> T {
    (1 + T.erf(x * T(0.7071067811865476))) / 2
  }
}
