/// The result of `textDocument/hover`.
package struct Hover: Codable, Sendable {
  /// The explanation.
  package var contents: Documentation
  /// The stretch that it explains.
  package var range: TextRange?

  private enum Key: String, CodingKey { case contents, range }

  /// Makes an explanation.
  package init(contents: Documentation, range: TextRange?) {
    (self.contents, self.range) = (contents, range)
  }

  /// Decodes one explanation or several, which are joined.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    range = try container.decodeIfPresent(TextRange.self, forKey: .range)
    if let all = try? container.decode([Documentation].self, forKey: .contents) {
      contents = .markdown(all.map(\.value).joined(separator: "\n\n"))
    } else {
      contents = try container.decode(Documentation.self, forKey: .contents)
    }
  }
}
