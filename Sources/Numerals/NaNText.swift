// Swift writes the sign of nan, which differs between processors and optimizations.
extension Double {
  /// The number's description, with every nan as `nan`.
  public var plainText: String { isNaN ? "nan" : description }
}

extension Float {
  /// The number's description, with every nan as `nan`.
  public var plainText: String { isNaN ? "nan" : description }
}

extension String {
  /// The text with the word `-nan` replaced by `nan`. A part of a longer word, such as `x-nan`, is
  /// kept.
  public var withoutSignsOfNaN: String {
    utf8.contains(UInt8(ascii: "-"))
      ? String(decoding: SignsOfNaN.removed(from: [UInt8](utf8)), as: UTF8.self) : self
  }
}

/// Removes the sign of the word `-nan` in UTF-8.
public enum SignsOfNaN {
  /// Returns the bytes with the word `-nan` replaced by `nan`.
  public static func removed(from bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "-") && isSign(index, in: bytes) {
      result += bytes[start..<index]
      start = index + 1
    }
    return start == 0 ? bytes : result + bytes[start...]
  }

  private static func isSign(_ index: Int, in bytes: [UInt8]) -> Bool {
    let end = index + 4
    return end <= bytes.count
      && bytes[index + 1] == UInt8(ascii: "n") && bytes[index + 2] == UInt8(ascii: "a")
      && bytes[index + 3] == UInt8(ascii: "n")
      && (index == 0 || !isPartOfWord(bytes[index - 1]))
      && (end == bytes.count || !isPartOfWord(bytes[end]))
  }

  /// Returns true for a byte that continues a word, which includes all bytes outside of ASCII.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}
