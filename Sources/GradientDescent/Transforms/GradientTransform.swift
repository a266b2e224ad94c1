/// A change to the gradients of a step before the optimizer sees them.
///
/// A trainer applies its transforms in the order in which they are given, after the division by the
/// batch size, to copies: `parameter.gradient` stays what `backward()` made it. Each file in this
/// folder adds one as a static function, so that it is written
/// `Trainer(net.parameters, SGD(learningRate: 0.2), transforms: [.zeroNaNs(), .clipByNorm(1)])`.
public struct GradientTransform {
  /// The transform's name with its settings.
  public let name: String
  let apply: (_ gradients: inout [NDArray], _ parameters: [Parameter]) -> Void

  /// Makes a transform of one's own.
  /// - Parameters:
  ///   - name: how messages call it
  ///   - apply: changes the gradients in place; the parameters are those that they belong to, in order
  public init(
    _ name: String,
    apply: @escaping (_ gradients: inout [NDArray], _ parameters: [Parameter]) -> Void
  ) {
    self.name = name
    self.apply = apply
  }
}
