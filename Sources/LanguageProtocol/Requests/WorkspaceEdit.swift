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
  /// The present name, which an editor fills into its field for the new one; the protocol calls it
  /// the `placeholder` of a `PrepareRenameResult`.
  package var placeholder: String

  /// Makes a target.
  package init(range: TextRange, placeholder: String) {
    (self.range, self.placeholder) = (range, placeholder)
  }
}
