import Transcript

/// Puts into words how the outputs of an experiment in a page differ from the native ones.
enum TranscriptDifference {
  /// What Embedded Swift writes for values that it has no text for.
  private static let noText = "(cannot print value in embedded Swift)"

  /// Returns the difference; nil when both transcripts are equal.
  static func refusal(native: [UInt8], page: [UInt8], _ settings: [String: Double]) -> Refusal? {
    if native == page { return nil }
    let texts = (native: text(of: native), page: text(of: page))
    if texts.page.contains(noText), !texts.native.contains(noText) {
      return Refusal(
        "it puts a value into a text whose type has none in a page",
        hint: "give the type a 'description', or write its parts")
    }
    let lines = (native: lines(texts.native), page: lines(texts.page))
    let count = max(lines.native.count, lines.page.count)
    for index in 0..<count {
      let native = index < lines.native.count ? lines.native[index] : "nothing"
      let page = index < lines.page.count ? lines.page[index] : "nothing"
      if native == page { continue }
      return Refusal(
        "line \(index + 1) of its text would be '\(short(page))' instead of '\(short(native))'"
          + SettingsText.words(settings), hint: hint)
    }
    return Refusal(
      "its charts, tables or values would be others" + SettingsText.words(settings), hint: hint)
  }

  private static let hint =
    "'Int' has 32 bits in a page; write 'Int64', or the engine's random numbers and sorting"

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func short(_ text: Substring) -> String {
    text.count > 60 ? text.prefix(60) + "…" : String(text)
  }

  /// Returns the printed text in a transcript.
  private static func text(of transcript: [UInt8]) -> String {
    var text: [UInt8] = []
    var rest = transcript[...]
    while let first = rest.first {
      guard first == 0, rest.count >= 6 else {
        text.append(first)
        rest = rest.dropFirst()
        continue
      }
      let start = rest.startIndex
      let length = (0..<4).reduce(0) { $0 | Int(rest[start + 2 + $1]) << (8 * $1) }
      let payload = rest.dropFirst(6).prefix(length)
      if rest[start + 1] == RecordKind.text.rawValue { text += payload }
      rest = rest.dropFirst(6 + length)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
