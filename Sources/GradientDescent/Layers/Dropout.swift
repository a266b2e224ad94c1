/// Sets each number to 0 with a probability, and divides the others by the probability to stay, so that
/// the mean is kept. In training only (`isTraining`); otherwise the input passes unchanged.
///
/// - Shape: any, kept
/// - Source: Srivastava and others, Dropout: a simple way to prevent neural networks from overfitting,
///   2014, scaled in training as in Gluon and PyTorch
public final class Dropout: Layer {
  /// The probability that a number is dropped.
  public let rate: Double
  private var random: (any RandomSource)?
  /// True if the generator is the one that the network was initialized with.
  private let borrows: Bool

  /// Makes the layer.
  /// - Parameters:
  ///   - rate: the probability that a number is dropped, 0 to 1
  ///   - random: the generator that each call in training draws from, one draw for each number
  public init(_ rate: Double, using random: any RandomSource) {
    Dropout.requireRate(rate)
    self.rate = rate
    self.random = random
    borrows = false
  }

  /// Makes a layer that draws from the generator with which its network is initialized.
  /// - Parameter rate: the probability that a number is dropped, 0 to 1
  public init(_ rate: Double) {
    Dropout.requireRate(rate)
    self.rate = rate
    borrows = true
  }

  private static func requireRate(_ rate: Double) {
    if !(rate >= 0 && rate <= 1) { fault("Dropout", "the rate \(rate); expected 0 to 1") }
  }

  /// `Dropout`
  public var name: String { "Dropout" }

  /// Takes the generator of the network if it has none of its own.
  public func draw(from random: any RandomSource) {
    if borrows { self.random = random }
  }

  /// x · mask
  public func callAsFunction(_ input: NDArray) -> NDArray {
    if !isTraining || rate == 0 { return input }
    guard let random else {
      fault(
        "Dropout",
        "no generator to draw from; initialize the network, or write Dropout(\(rate), using: random)"
      )
    }
    return input * mask(input.shape, input.dtype, random)
  }

  /// 0 with the probability `rate`, else 1/(1 − rate).
  private func mask(_ shape: Shape, _ dtype: DType, _ random: any RandomSource) -> NDArray {
    let mask = NDArray.zeros(shape, dtype: dtype)
    let kept = 1 / (1 - rate)
    for place in 0..<mask.count where random.uniform() >= rate { mask.setElement(kept, at: place) }
    return mask
  }
}
