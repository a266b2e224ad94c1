/// Markup that is safe by construction: text put into it by interpolation is escaped, and only a
/// literal or another `HTML` enters as it stands.
///
/// `let heading: HTML = "<h1>\(title)</h1>"` escapes `title` when it is a String.
struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
  /// The markup.
  private(set) var markup: String

  /// Markup written in the program itself.
  init(stringLiteral value: String) { markup = value }

  /// Markup put together from literals, escaped text and other markup.
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// Markup that comes from where it has been made safe already: libcmark, the charts.
  init(trusted markup: String) { self.markup = markup }

  /// Text, escaped.
  init(text: some StringProtocol) { markup = HTMLEscaping.escaped(text) }

  /// Text, escaped for an element's content alone: quotes, of which code is full, stay short.
  init(content text: some StringProtocol) { markup = HTMLEscaping.escapedContent(text) }

  /// Puts markup at the end.
  static func += (html: inout HTML, more: HTML) { html.markup += more.markup }

  /// Collects the parts of an interpolated literal.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }

    /// Text: escaped, for an element's content as well as for a quoted attribute.
    mutating func appendInterpolation(_ text: some StringProtocol) {
      markup += HTMLEscaping.escaped(text)
    }

    /// A number.
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// Markup, as it stands.
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// Markup, or nothing.
    mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }
  }
}

extension Sequence where Element == HTML {
  /// The pieces one after another.
  func joined(separator: HTML = "") -> HTML {
    HTML(trusted: map(\.markup).joined(separator: separator.markup))
  }
}
