/// A place in a document.
package struct TextPosition: Codable, Hashable, Comparable, Sendable {
  /// The line, from 0.
  package var line: Int
  /// The column from 0, in units of the agreed encoding.
  package var character: Int

  /// Makes a place.
  package init(line: Int, character: Int) { (self.line, self.character) = (line, character) }

  /// Orders places by line, then by column.
  package static func < (a: TextPosition, b: TextPosition) -> Bool {
    (a.line, a.character) < (b.line, b.character)
  }
}

/// A stretch of a document, up to just before its end.
package struct TextRange: Codable, Hashable, Sendable {
  /// The first place.
  package var start: TextPosition
  /// The first place after the range.
  package var end: TextPosition

  /// Makes a range.
  package init(start: TextPosition, end: TextPosition) { (self.start, self.end) = (start, end) }
}

/// A stretch of a document with the document's address.
package struct Location: Codable, Hashable, Sendable {
  /// The address.
  package var uri: String
  /// The stretch.
  package var range: TextRange

  /// Makes a location.
  package init(uri: String, range: TextRange) { (self.uri, self.range) = (uri, range) }
}

/// A text in place of a stretch of a document.
package struct TextEdit: Codable, Hashable, Sendable {
  /// The stretch.
  package var range: TextRange
  /// The new text.
  package var newText: String

  /// Makes an edit.
  package init(range: TextRange, newText: String) { (self.range, self.newText) = (range, newText) }
}

/// The encodings in whose units columns are counted.
package enum PositionEncoding: String, Codable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
}
