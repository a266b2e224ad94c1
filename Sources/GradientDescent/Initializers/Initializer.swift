/// A rule for a parameter's first values.
///
/// A rule is a name, for messages, and a function of the shape and the generator; each file in this
/// folder adds one as a static function, so that it is written `.normal(sigma: 1)`.
public struct Initializer {
  /// The rule's name with its settings.
  public let name: String
  let values: (_ shape: Shape, _ random: any RandomSource) -> [Double]

  /// Makes a rule of one's own.
  /// - Parameters:
  ///   - name: how messages call it
  ///   - values: as many numbers as the shape has elements, row by row
  public init(
    _ name: String, values: @escaping (_ shape: Shape, _ random: any RandomSource) -> [Double]
  ) {
    self.name = name
    self.values = values
  }
}
