/// The names of published values and of knobs.
public enum OutputName {
  /// The most bytes of a name.
  public static let maximumLength = 64

  /// Whether a text can be a name: small letters and digits, in parts with one hyphen between, a
  /// letter first, at most `maximumLength` bytes.
  public static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first),
      text.utf8.count <= maximumLength
    else { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x2D where previous != 0x2D: break
      default: return false
      }
      previous = byte
    }
    return previous != 0x2D
  }
}

/// The bounds of the short texts of an output.
public enum OutputText {
  /// The most bytes of a claim, a cell, a caption or a published text.
  public static let maximumLength = 500

  /// Whether a text fits within the bounds: on one line, without control characters.
  public static func isValid(_ text: String) -> Bool {
    text.utf8.count <= maximumLength && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
