/// The type of an array's elements, chosen at run time.
public enum DType: UInt8, Sendable {
  /// 32 bits, about 7 digits; the default, as in PyTorch and MXNet.
  case float32
  /// 64 bits, about 16 digits.
  case float64

  /// The bytes of one element.
  var size: Int { self == .float32 ? 4 : 8 }
}

extension DType: CustomStringConvertible {
  /// `float32` or `float64`.
  public var description: String { self == .float32 ? "float32" : "float64" }
}
