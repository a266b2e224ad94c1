/// The path of a request, decoded once.
struct RequestPath: Hashable, Sendable {
  /// The path without its first slash, such as `en/03-sgd.html`; empty for the root.
  let text: String
  /// The parameters behind the question mark.
  let query: [String: String]

  /// Decodes a request's target; nil for one that is no path, or holds what no path of a page has: a
  /// NUL, a backslash, a segment of two dots, damaged UTF-8.
  init?(_ target: String) {
    let parts = target.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].first == UInt8(ascii: "/"),
      let path = Self.decoded(parts[0].dropFirst())
    else { return nil }
    if path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x7F }) {
      return nil
    }
    let segments = path.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if segments.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }) {
      return nil
    }
    text = path
    var query: [String: String] = [:]
    for pair in parts.count > 1 ? parts[1].split(separator: UInt8(ascii: "&")) : [] {
      let sides = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let name = Self.decoded(sides[0]), let value = Self.decoded(sides[1])
      else { return nil }
      query[name] = value
    }
    self.query = query
  }

  private static func decoded(_ bytes: Substring.UTF8View) -> String? {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      result.append(high << 4 | low)
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
