/// Changes addresses and names in markup that the renderer wrote, and leaves all else as it is.
///
/// In such markup a quote or an angle bracket of a text stands as a reference, so what looks like a
/// tag is one.
struct MarkupRewriter {
  /// Where a link with the given address shall lead instead; nil leaves it.
  var link: (String) -> String? = { _ in nil }
  /// What stands before every name, so that pieces of several pages can stand in one.
  var prefix = ""
  /// Whether SVG and MathML say which they are, as XML wants it.
  var namespaces = false

  /// The changed markup.
  func rewriting(_ markup: String) -> String {
    let bytes = Array(markup.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var written = 0
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), let tag = MarkupTag(at: place, in: bytes) else {
        place += 1
        continue
      }
      place = tag.range.upperBound
      if tag.isClosing { continue }
      if namespaces, let namespace = Self.namespace(of: tag, in: bytes) {
        result += bytes[written..<tag.name.upperBound]
        result += " xmlns=\"\(namespace)\"".utf8
        written = tag.name.upperBound
      }
      for attribute in tag.attributes {
        guard let value = changed(attribute, in: bytes) else { continue }
        result += bytes[written..<attribute.value.lowerBound]
        result += value.utf8
        written = attribute.value.upperBound
      }
    }
    result += bytes[written...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func namespace(of tag: MarkupTag, in bytes: [UInt8]) -> String? {
    if tag.value(of: "xmlns", in: bytes) != nil { return nil }
    if tag.isNamed("svg", in: bytes) { return "http://www.w3.org/2000/svg" }
    if tag.isNamed("math", in: bytes) { return "http://www.w3.org/1998/Math/MathML" }
    return nil
  }

  /// Most attributes are classes and coordinates: these need not even be looked at as text.
  private static func mayChange(_ attribute: MarkupTag.Attribute, in bytes: [UInt8]) -> Bool {
    guard attribute.name.count > 1 else { return false }
    switch (bytes[attribute.name.lowerBound], bytes[attribute.name.lowerBound + 1]) {
    case (UInt8(ascii: "c"), UInt8(ascii: "l")): return attribute.name.count == 9
    case (UInt8(ascii: "i"), UInt8(ascii: "d")): return true
    case (UInt8(ascii: "h"), _), (UInt8(ascii: "x"), _), (UInt8(ascii: "f"), _),
      (UInt8(ascii: "n"), _), (UInt8(ascii: "a"), _), (UInt8(ascii: "l"), _),
      (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "m"), _):
      return true
    default: return false
    }
  }

  /// The new value of an attribute; nil when it stays.
  private func changed(_ attribute: MarkupTag.Attribute, in bytes: [UInt8]) -> String? {
    if !Self.mayChange(attribute, in: bytes) { return nil }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let name = text(attribute.name)
    if name == "href" || name == "xlink:href" {
      let address = text(attribute.value)
      if let link = link(address) { return link }
      return address.utf8.first == UInt8(ascii: "#") && !prefix.isEmpty
        ? "#" + prefix + address.utf8.dropFirst().text : nil
    }
    return prefix.isEmpty ? nil : prefixed(name, text(attribute.value))
  }

  /// The new value of an attribute that names elements of the page, or refers to them.
  private func prefixed(_ name: String, _ value: String) -> String? {
    switch name {
    case "id", "for", "name": return prefix + value
    case "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns",
      "headers", "list":
      return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    case "style", "fill", "stroke", "marker-end", "marker-start", "marker-mid", "clip-path", "mask",
      "filter":
      return value.contains("url(#") ? value.replacing("url(#", with: "url(#" + prefix) : nil
    default: return nil
    }
  }
}

extension Substring.UTF8View {
  /// The bytes as text.
  fileprivate var text: String { String(Substring(self)) }
}
