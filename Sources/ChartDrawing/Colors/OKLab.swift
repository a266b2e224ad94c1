/// A colour in OKLab, a space in which equal distances look equally different.
///
/// - Source: Björn Ottosson, A perceptual color space for image processing, 2020
struct OKLab: Equatable {
  /// The lightness from 0, black, to 1, white.
  var lightness: Double
  /// The position between green, negative, and red.
  var a: Double
  /// The position between blue, negative, and yellow.
  var b: Double

  /// The linear red, green and blue components, each from 0 to 1 for a colour that a screen can
  /// show.
  var light: [Double] {
    let l = Self.cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = Self.cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = Self.cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    ]
  }

  /// The colour in CSS notation, `#1d6455`; components beyond the range of a screen are clamped.
  var hexadecimal: String {
    let digits: [Unicode.Scalar] = [
      "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f",
    ]
    var text = "#"
    for part in light {
      let byte = Int((Self.encoded(min(max(part, 0), 1)) * 255).rounded())
      text.unicodeScalars.append(digits[byte / 16])
      text.unicodeScalars.append(digits[byte % 16])
    }
    return text
  }

  /// Returns the visible difference from another colour: √(ΔL² + Δa² + Δb²).
  func distance(to other: OKLab) -> Double {
    let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
    return (l * l + a * a + b * b).squareRoot()
  }

  private static func cube(_ x: Double) -> Double { x * x * x }

  /// Returns the sRGB value of a linear component: 12.92·x near 0, else 1.055·x^(1/2.4) − 0.055.
  static func encoded(_ x: Double) -> Double {
    if x <= 0.0031308 { return 12.92 * x }
    // x^(1/2.4) is the fifth power of the twelfth root.
    let root = cubeRoot(x.squareRoot().squareRoot())
    return 1.055 * root * root * root * root * root - 0.055
  }

  /// The cube root of a number from 0.1 to 1, by Newton's method.
  private static func cubeRoot(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<8 { root -= (root - x / (root * root)) / 3 }
    return root
  }
}
