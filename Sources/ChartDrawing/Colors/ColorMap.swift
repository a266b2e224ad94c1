/// A sequence of colours for quantities, in steps that look equal.
///
/// The colours follow a curve in OKLab from a pale yellow through green and blue to a dark violet,
/// with decreasing lightness: hue and lightness carry the same information, also in greyscale and
/// for colour-blind readers.
enum ColorMap {
  /// The number of colors.
  static var count: Int { 16 }

  /// The control points of the curve, a cubic Bézier curve.
  private static var controls: [OKLab] {
    [
      OKLab(lightness: 0.955, a: -0.01, b: 0.054), OKLab(lightness: 0.82, a: -0.15, b: 0.085),
      OKLab(lightness: 0.52, a: -0.09, b: -0.155), OKLab(lightness: 0.28, a: 0.034, b: -0.094),
    ]
  }

  /// The colours from the lightest to the darkest, at equal distances along the curve.
  static var colors: [OKLab] {
    let pieces = 400
    let curve = (0...pieces).map { point(at: Double($0) / Double(pieces)) }
    var lengths = [0.0]
    for index in 1...pieces {
      lengths.append(lengths[index - 1] + curve[index - 1].distance(to: curve[index]))
    }
    var result: [OKLab] = []
    var index = 0
    for step in 0..<count {
      let length = lengths[pieces] * Double(step) / Double(count - 1)
      while index < pieces, lengths[index + 1] <= length { index += 1 }
      result.append(curve[index])
    }
    return result
  }

  private static func point(at t: Double) -> OKLab {
    let points = controls
    let u = 1 - t
    let weights = [u * u * u, 3 * t * u * u, 3 * t * t * u, t * t * t]
    var result = OKLab(lightness: 0, a: 0, b: 0)
    for (weight, point) in zip(weights, points) {
      result.lightness += weight * point.lightness
      result.a += weight * point.a
      result.b += weight * point.b
    }
    return result
  }

  /// The declarations of `--heat-1` to `--heat-16`. The smallest quantity has the colour closest to
  /// the background, so the order is reversed on a dark one.
  static func declarations(onDarkPaper isDark: Bool) -> String {
    let ordered = isDark ? colors.reversed() : colors
    var text = ""
    for (index, color) in ordered.enumerated() {
      text += "  --heat-\(index + 1): " + color.hexadecimal + ";\n"
    }
    return text
  }

  /// The style rules that map each class `heat-…` to its colour.
  static var rules: String {
    var text = ""
    for index in 1...count {
      text += ".chart .heat-\(index) { color: var(--heat-\(index)); }\n"
    }
    return text
  }
}
