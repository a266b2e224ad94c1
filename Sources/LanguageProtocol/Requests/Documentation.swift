/// An explanation.
package enum Documentation: Codable, Sendable {
  case text(String)
  case markdown(String)

  private struct Markup: Codable {
    var kind: String
    var value: String
  }

  /// The explanation without its kind.
  package var value: String {
    switch self {
    case .text(let value), .markdown(let value): value
    }
  }

  /// Decodes a text or a value with its kind.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      let markup = try container.decode(Markup.self)
      self = markup.kind == "markdown" ? .markdown(markup.value) : .text(markup.value)
    }
  }

  /// Encodes the value with its kind.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let value): try container.encode(Markup(kind: "plaintext", value: value))
    case .markdown(let value): try container.encode(Markup(kind: "markdown", value: value))
    }
  }
}
