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
