/// A proposal for what could stand at a place.
package struct CompletionItem: Codable, Sendable {
  /// The text that is shown.
  package var label: String
  /// The kind, as the protocol numbers them.
  package var kind: Int?
  /// More about it, in a line.
  package var detail: String?
  /// An explanation.
  package var documentation: Documentation?
  /// What the list is sorted by, instead of the label.
  package var sortText: String?
  /// What the typed text is compared with, instead of the label.
  package var filterText: String?
  /// The text that is put in, unless there is an edit.
  package var insertText: String?
  /// 2 for a text with places to fill in.
  package var insertTextFormat: Int?
  /// The text that is put in, and what it replaces.
  package var textEdit: CompletionEdit?

  /// Makes a proposal.
  package init(label: String) { self.label = label }
}

/// An edit that a completion makes.
package struct CompletionEdit: Codable, Sendable {
  /// The stretch that is replaced.
  package var range: TextRange
  /// The new text.
  package var newText: String

  private enum Key: String, CodingKey { case range, newText, replace }

  /// Makes an edit.
  package init(range: TextRange, newText: String) { (self.range, self.newText) = (range, newText) }

  /// Decodes an edit with one range, or with one each for inserting and for replacing.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    newText = try container.decode(String.self, forKey: .newText)
    range =
      try container.decodeIfPresent(TextRange.self, forKey: .range)
      ?? container.decode(TextRange.self, forKey: .replace)
  }

  /// Encodes the edit with its one range.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(range, forKey: .range)
    try container.encode(newText, forKey: .newText)
  }
}

/// The result of `textDocument/completion`.
package struct CompletionList: Codable, Sendable {
  /// True when more typing can bring other proposals.
  package var isIncomplete: Bool
  /// The proposals.
  package var items: [CompletionItem]

  private enum Key: String, CodingKey { case isIncomplete, items }

  /// Makes a list.
  package init(isIncomplete: Bool, items: [CompletionItem]) {
    (self.isIncomplete, self.items) = (isIncomplete, items)
  }

  /// Decodes a list, or the proposals alone.
  package init(from decoder: any Decoder) throws {
    if let items = try? decoder.singleValueContainer().decode([CompletionItem].self) {
      self.init(isIncomplete: false, items: items)
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      isIncomplete: try container.decodeIfPresent(Bool.self, forKey: .isIncomplete) ?? false,
      items: try container.decode([CompletionItem].self, forKey: .items))
  }
}
