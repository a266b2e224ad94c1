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

/// The address of a document.
package struct DocumentID: Codable, Sendable {
  /// The address.
  package var uri: String
  /// The version, where one is given.
  package var version: Int?

  /// Makes an address.
  package init(uri: String, version: Int? = nil) { (self.uri, self.version) = (uri, version) }
}

/// The parameters of `textDocument/didOpen`.
package struct DocumentOpening: Codable, Sendable {
  /// A document.
  package struct Document: Codable, Sendable {
    /// The address.
    package var uri: String
    /// The language's name.
    package var languageId: String?
    /// The version.
    package var version: Int
    /// The whole text.
    package var text: String
  }

  /// The document.
  package var textDocument: Document

  /// Makes the parameters.
  package init(uri: String, language: String, version: Int, text: String) {
    textDocument = Document(uri: uri, languageId: language, version: version, text: text)
  }
}

/// The parameters of `textDocument/didChange`.
package struct DocumentChange: Codable, Sendable {
  /// A change of a text.
  package struct Change: Codable, Sendable {
    /// The stretch that is replaced; nil for all of the document.
    package var range: TextRange?
    /// The new text.
    package var text: String
  }

  /// The document.
  package var textDocument: DocumentID
  /// The changes, each of the text that the one before left.
  package var contentChanges: [Change]

  /// Makes the parameters of a change of the whole text.
  package init(uri: String, version: Int, text: String) {
    textDocument = DocumentID(uri: uri, version: version)
    contentChanges = [Change(range: nil, text: text)]
  }
}

/// The parameters that name a document alone.
package struct DocumentParameters: Codable, Sendable {
  /// The document.
  package var textDocument: DocumentID

  /// Makes the parameters.
  package init(uri: String) { textDocument = DocumentID(uri: uri) }
}

/// The parameters that name a place in a document.
package struct PlaceParameters: Codable, Sendable {
  /// The document.
  package var textDocument: DocumentID
  /// The place.
  package var position: TextPosition

  /// Makes the parameters.
  package init(uri: String, position: TextPosition) {
    (textDocument, self.position) = (DocumentID(uri: uri), position)
  }
}

/// The parameters of a question about a document, with those that only some questions have.
package struct QuestionParameters: Decodable, Sendable {
  /// What led to a completion.
  package struct Context: Decodable, Sendable {
    /// The character that asked by itself.
    package var triggerCharacter: String?
  }

  /// The document.
  package var textDocument: DocumentID
  /// The place; nil for a question about the whole document.
  package var position: TextPosition?
  /// The new name, for a renaming.
  package var newName: String?
  /// What led to it, for a completion.
  package var context: Context?
}

/// The parameters of `$/cancelRequest`.
package struct CancelParameters: Codable, Sendable {
  /// The request.
  package var id: RequestID

  /// Makes the parameters.
  package init(id: RequestID) { self.id = id }
}
