#if arch(x86_64) && os(Linux)
  import Glibc

  /// The C library's functions with eleven bits more than `Double`: what ours are measured against.
  enum Extended {
    static func value(_ name: String) -> ((Float80) -> Float80)? {
      switch name {
      case "exp": { expl($0) }
      case "expm1": { expm1l($0) }
      case "log": { logl($0) }
      case "log1p": { log1pl($0) }
      case "sin": { sinl($0) }
      case "cos": { cosl($0) }
      case "tanh": { tanhl($0) }
      case "sigmoid": { $0 > 0 ? 1 / (1 + expl(-$0)) : expl($0) / (1 + expl($0)) }
      case "erf": { erfl($0) }
      case "log2": { log2l($0) }
      case "log10": { log10l($0) }
      case "exp2": { exp2l($0) }
      case "tan": { tanl($0) }
      case "softplus": { ($0 > 0 ? $0 : 0) + log1pl(expl(-$0.magnitude)) }
      default: nil
      }
    }

    static func pow(_ x: Float80, _ y: Float80) -> Float80 { powl(x, y) }

    /// How far a result is from the truth, in units of the last digit that a number of the truth's
    /// size has; ∞ where one of them is nan or infinite and the other is not, and where a zero has the
    /// wrong sign.
    static func error(_ result: Double, _ truth: Float80) -> Double {
      error(Float80(result), truth, Float80(Double(truth)), (-1074, 52, 0x1p1024))
    }

    /// The same in single precision.
    static func error(_ result: Float, _ truth: Float80) -> Double {
      error(Float80(result), truth, Float80(Float(truth)), (-149, 23, 0x1p128))
    }

    private static func error(
      _ result: Float80, _ truth: Float80, _ nearest: Float80,
      _ format: (least: Int, digits: Int, bound: Float80)
    ) -> Double {
      if result.isNaN || truth.isNaN { return result.isNaN && truth.isNaN ? 0 : .infinity }
      if truth.isInfinite { return result == truth ? 0 : .infinity }
      if result == nearest && (result.isInfinite || result == 0) {
        return result.sign == nearest.sign ? 0 : .infinity
      }
      let bounded = result.isInfinite ? (result > 0 ? format.bound : -format.bound) : result
      let exponent =
        truth == 0 ? format.least : max(format.least, Int(truth.exponent) - format.digits)
      return Double((bounded - truth).magnitude / scalbnl(1, Int32(exponent)))
    }
  }
#endif
