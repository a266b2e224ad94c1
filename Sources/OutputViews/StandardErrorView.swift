import Markup

/// The text that an experiment wrote to standard error, behind a disclosure.
public struct StandardErrorView {
  /// The most bytes that are shown.
  public static let maximumLength = 100_000

  private let words: OutputWords
  private let text: String
  private let blockNumber: Int

  /// The text that a block wrote.
  public init(words: OutputWords, text: String, blockNumber: Int) {
    self.words = words
    self.text = text
    self.blockNumber = blockNumber
  }

  /// The text; nothing when there is none.
  public var html: HTML? {
    if text.isEmpty { return nil }
    let printed = PrintedTextView(
      text: shown, label: words.standardError(ofBlock: blockNumber)
    ).html
    return """
      <details class="data errors"><summary>\(words.standardError)</summary>
      \(printed)</details>

      """
  }

  /// The text, or its beginning with the number of bytes that are left out.
  private var shown: String {
    let all = text.utf8.count
    guard all > Self.maximumLength else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: Self.maximumLength)
    while text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
    let rest = text.utf8.distance(from: end, to: text.endIndex)
    return text[..<end] + "\n" + words.leftOut(bytes: rest)
  }
}
