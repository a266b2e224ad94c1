import LanguageProtocol
import LanguageSupport

/// A chapter that a client has open.
struct OpenDocument {
  /// An edit that cannot be made.
  struct Refusal: Error {
    /// The reason in words.
    var message: String
  }

  /// The address.
  let uri: String
  /// The path.
  let path: String
  /// The version, as the client counts.
  var version: Int?
  /// The text.
  var text: ChapterText
  /// Reads the text; nil until somebody asks.
  var reading: Task<EditedChapter, Never>?
  /// The byte at which the text was edited last.
  var lastEdit = 0
  /// Checks the chapter after the last edit.
  var check: Task<Void, Never>?
  /// What the compiler found.
  var findings = CompilerFindings()
  /// What has been published last.
  var published: [DocumentDiagnostic]?

  /// Makes a document.
  init(uri: String, path: String, version: Int?, text: String) {
    (self.uri, self.path, self.version) = (uri, path, version)
    self.text = ChapterText(Array(text.utf8))
  }

  /// Returns the text after some edits, and the byte at which the last one ends.
  func edited(_ changes: [DocumentChange.Change], _ unit: ColumnUnit) throws(Refusal)
    -> (text: ChapterText, end: Int)
  {
    var (text, end) = (text, lastEdit)
    for change in changes {
      let new = Array(change.text.utf8)
      guard let range = change.range else {
        text = ChapterText(new)
        end = min(end, new.count)
        continue
      }
      guard let start = Self.offset(of: range.start, in: text, unit),
        let last = Self.offset(of: range.end, in: text, unit), start <= last
      else {
        throw Refusal(
          message: "an edit from \(Self.words(range.start)) to \(Self.words(range.end)) is outside"
            + " of the text, which has \(text.lines.count) lines; the chapter is kept without it")
      }
      text = text.replacing(start..<last, with: new)
      end = start + new.count
    }
    return (text, end)
  }

  /// Returns the byte at a place; nil for one outside of the text. The line behind the last one is its
  /// end.
  static func offset(of place: TextPosition, in text: ChapterText, _ unit: ColumnUnit) -> Int? {
    if place.line == text.lines.count, place.character == 0 { return text.bytes.count }
    return text.lines.offset(line: place.line, column: place.character, unit)
  }

  private static func words(_ place: TextPosition) -> String {
    "\(place.line):\(place.character)"
  }
}
