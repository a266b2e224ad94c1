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
