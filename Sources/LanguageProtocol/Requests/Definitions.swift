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
