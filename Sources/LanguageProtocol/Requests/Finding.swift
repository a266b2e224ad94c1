/// The result of `textDocument/definition`.
package struct Definitions: Decodable, Sendable {
  /// The places.
  package var locations: [Location]

  private struct Link: Decodable {
    var targetUri: String
    var targetSelectionRange: TextRange
  }

  /// Decodes one place, several, or links to them.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let several = try? container.decode([Location].self) {
      locations = several
    } else if let one = try? container.decode(Location.self) {
      locations = [one]
    } else {
      locations = try container.decode([Link].self).map {
        Location(uri: $0.targetUri, range: $0.targetSelectionRange)
      }
    }
  }
}

/// A part of a document, for an outline.
package struct DocumentSymbol: Encodable, Sendable {
  /// The name.
  package var name: String
  /// More about it.
  package var detail: String?
  /// The kind, as the protocol numbers them.
  package var kind: Int
  /// All of it.
  package var range: TextRange
  /// Its name's place.
  package var selectionRange: TextRange
  /// What it holds.
  package var children: [DocumentSymbol]

  /// Makes a part.
  package init(
    name: String, detail: String?, kind: Int, range: TextRange, selectionRange: TextRange,
    children: [DocumentSymbol]
  ) {
    (self.name, self.detail, self.kind) = (name, detail, kind)
    (self.range, self.selectionRange, self.children) = (range, selectionRange, children)
  }
}

/// The result of `textDocument/rename`.
package struct WorkspaceEdit: Encodable, Sendable {
  /// The edits by the addresses of the documents.
  package var changes: [String: [TextEdit]]

  /// Makes an edit.
  package init(changes: [String: [TextEdit]]) { self.changes = changes }
}

/// The result of `textDocument/prepareRename`.
package struct RenameTarget: Encodable, Sendable {
  /// The name's place.
  package var range: TextRange
  /// The name.
  package var placeholder: String

  /// Makes a target.
  package init(range: TextRange, placeholder: String) {
    (self.range, self.placeholder) = (range, placeholder)
  }
}
