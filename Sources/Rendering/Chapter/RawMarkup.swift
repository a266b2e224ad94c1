/// HTML that an author wrote into a chapter. It is shown as text; only comments are left out.
enum RawMarkup {
  /// Returns true when the markup is one comment and nothing else.
  static func isComment(_ markup: String) -> Bool {
    var bytes = Array(markup.utf8)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let text = bytes.drop { $0 <= 0x20 }
    guard text.starts(with: "<!--".utf8), text.count >= 7 else { return false }
    // The first `-->` must be the last thing.
    var index = text.startIndex + 4
    while index + 3 <= text.endIndex {
      if text[index..<index + 3].elementsEqual("-->".utf8) { return index + 3 == text.endIndex }
      index += 1
    }
    return false
  }
}
