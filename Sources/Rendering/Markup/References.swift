/// The references that stand for characters in the renderer's markup.
enum References {
  private static let names: [(name: [UInt8], byte: UInt8)] = [
    (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
    (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
    (Array("&amp;".utf8), UInt8(ascii: "&")),
  ]

  /// The text that markup without tags stands for.
  static func resolved(_ markup: ArraySlice<UInt8>) -> String {
    if !markup.contains(UInt8(ascii: "&")) { return String(decoding: markup, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = markup
    while let first = rest.first {
      if first == UInt8(ascii: "&"), let known = names.first(where: { rest.starts(with: $0.name) })
      {
        text.append(known.byte)
        rest = rest.dropFirst(known.name.count)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
