/// The address of a link within the book: a label, a chapter, or both.
public struct ReferenceAddress: Equatable, Sendable {
  /// The chapter's file as written, relative to the chapter with the link; nil for the same
  /// chapter.
  public let chapter: String?
  /// The label; nil for a whole chapter.
  public let label: String?

  /// Parses an address such as `#fig-loss` or `02-conditioning.md#rate`; nil for all others.
  public init?(_ address: String) {
    let bytes = address.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let file = bytes[..<(hash ?? bytes.endIndex)]
    let label = hash.map { Self.decoded(bytes[bytes.index(after: $0)...]) }
    if file.isEmpty {
      guard let label, !label.isEmpty else { return nil }
      chapter = nil
      self.label = label
      return
    }
    let isElsewhere = file.contains {
      [UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "\\")].contains($0)
    }
    let name = String(Substring(file))
    guard !isElsewhere, file.first != UInt8(ascii: "/"),
      name.hasSuffix(".md") || name.hasSuffix(".markdown")
    else { return nil }
    chapter = name
    self.label = label?.isEmpty == false ? label : nil
  }

  private static func decoded(_ bytes: Substring.UTF8View) -> String {
    var decoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16),
        rest.count >= 2
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
