/// The names of published values and of knobs.
public enum OutputName {
  /// The largest length of a name, in bytes.
  public static let maximumLength = 64

  /// Returns true for a valid name: lower-case letters and digits, with single hyphens between
  /// parts, a letter first, at most `maximumLength` bytes.
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

/// The limits of the short texts of an output.
public enum OutputText {
  /// The largest length of a claim, a cell, a caption or a published text, in bytes.
  public static let maximumLength = 500

  /// Returns true for a text of at most `maximumLength` bytes on one line, without control
  /// characters.
  public static func isValid(_ text: String) -> Bool {
    text.utf8.count <= maximumLength && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
