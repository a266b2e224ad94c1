/// A function that a layer's outputs pass through, element by element, by its name:
/// `Dense(64, activation: .tanh)`, or as a layer of its own, `Activation("relu")`.
///
/// - Shape: any, kept
/// - Source: Gluon's `Activation` and the argument `activation` of its `Dense`
public final class Activation: Layer, ExpressibleByStringLiteral {
  /// The function's name.
  public let name: String
  private let function: (NDArray) -> NDArray

  /// Makes a function of one's own.
  /// - Parameters:
  ///   - name: how messages and printed networks call it
  ///   - function: an array to one of the same shape; it is recorded
  public init(_ name: String, _ function: @escaping (NDArray) -> NDArray) {
    self.name = name
    self.function = function
  }

  /// Finds a function by its name.
  /// - Parameter name: `relu`, `sigmoid`, `tanh`, `gelu`, `leaky` or `softmax`
  public convenience init(_ name: String) {
    for known in Activation.all where known.name.utf8.elementsEqual(name.utf8) {
      self.init(known.name, known.function)
      return
    }
    let names = Activation.all.map { $0.name }.joined(separator: ", ")
    fault("Activation", "there is no activation '" + name + "'; there are " + names)
  }

  /// Finds a function by its name: `Dense(64, activation: "relu")`.
  public convenience init(stringLiteral name: String) { self.init(name) }

  /// f(x)
  public func callAsFunction(_ input: NDArray) -> NDArray { function(input) }
}

extension Activation {
  /// max(0, x)
  public static var relu: Activation { Activation("relu") { $0.relu() } }
  /// 1/(1 + e^(−x))
  public static var sigmoid: Activation { Activation("sigmoid") { $0.sigmoid() } }
  /// The hyperbolic tangent.
  public static var tanh: Activation { Activation("tanh") { $0.tanh() } }
  /// x · Φ(x)
  public static var gelu: Activation { Activation("gelu") { $0.gelu() } }
  /// x above 0, 0.01 · x below.
  public static var leaky: Activation { Activation("leaky") { $0.leakyReLU() } }
  /// e^(xⱼ) / Σ e^(xₖ) along the last axis.
  public static var softmax: Activation { Activation("softmax") { $0.softmax() } }

  private static var all: [Activation] { [relu, sigmoid, tanh, gelu, leaky, softmax] }
}
