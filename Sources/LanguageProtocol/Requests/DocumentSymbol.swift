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
