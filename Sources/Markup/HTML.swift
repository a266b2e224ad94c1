/// Markup that is safe by construction: text put into it by interpolation is escaped, and only a
/// literal or another `HTML` enters as it stands.
///
/// `let heading: HTML = "<h1>\(title)</h1>"` escapes `title` when it is a String. Names and addresses
/// in it stay known as such, so that the same markup can stand in several outputs; see `HTMLOutput`.
public struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
  /// A place in the markup that is not the same in every output.
  public struct Place: Equatable, Sendable {
    /// The kinds of places.
    public enum Kind: Equatable, Sendable {
      /// The name of an element: that of the element itself, or in a reference to it.
      case name
      /// The address that a link leads to, outside of the page.
      case address
      /// The end of the name in a start tag whose element belongs to a namespace of XML.
      case namespace(Namespace)
      /// Markup for pages, in whose place other markup stands in an electronic book.
      case alternative(HTML)
    }

    /// Its kind.
    public let kind: Kind
    /// The bytes of the markup that hold the name, the address or the markup for pages; empty for a
    /// namespace.
    public let range: Range<Int>
  }

  /// The XML namespaces of elements that HTML knows without.
  public enum Namespace: String, Sendable {
    case svg = "http://www.w3.org/2000/svg"
    case mathML = "http://www.w3.org/1998/Math/MathML"
  }

  /// The markup as it stands on a page of its own.
  public private(set) var markup: String
  /// The places in it that are not the same in every output, in their order.
  public private(set) var places: [Place] = []

  /// Markup written in the program itself.
  public init(stringLiteral value: String) { markup = value }

  /// Markup put together from literals, escaped text and other markup.
  public init(stringInterpolation: Interpolation) { self = stringInterpolation.html }

  /// Markup that comes from where it has been made safe already.
  /// - Parameter places: its places, in their order
  public init(trusted markup: String, places: [Place] = []) {
    self.markup = markup
    self.places = places
  }

  /// Markup for pages, and what stands in its place in an electronic book.
  public init(onPages markup: HTML, inElectronicBooks alternative: HTML) {
    self.markup = markup.markup
    places = [Place(.alternative(alternative), 0..<markup.length)] + markup.places
  }

  /// Text, escaped.
  public init(text: some StringProtocol) { markup = HTMLEscaping.escaped(String(text)) }

  /// Text, escaped for an element's content alone: quotes, of which code is full, stay short.
  public init(content text: some StringProtocol) {
    markup = HTMLEscaping.escapedContent(String(text))
  }

  /// The number of bytes of the markup.
  public var length: Int { markup.utf8.count }

  /// Puts markup at the end.
  public static func += (html: inout HTML, more: HTML) {
    if !more.places.isEmpty {
      let start = html.length
      html.places += more.places.map { $0.moved(by: start) }
    }
    html.markup += more.markup
  }

  /// Puts text that is markup already at the end.
  public mutating func append(trusted text: String) { markup += text }

  /// Puts text that is markup already at the end, as a place; empty text for a namespace.
  public mutating func append(trusted text: String, as kind: Place.Kind) {
    let start = length
    markup += text
    places.append(Place(kind, start..<length))
  }

  /// Collects the parts of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var html: HTML = ""

    /// Starts empty, with room for the parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      html.markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    /// Markup of the program itself.
    public mutating func appendLiteral(_ literal: String) { html.markup += literal }

    /// Text: escaped, for an element's content as well as for a quoted attribute.
    public mutating func appendInterpolation(_ text: String) {
      html.markup += HTMLEscaping.escaped(text)
    }

    /// Text: escaped, for an element's content as well as for a quoted attribute.
    public mutating func appendInterpolation(_ text: Substring) {
      html.markup += HTMLEscaping.escaped(String(text))
    }

    /// A number.
    public mutating func appendInterpolation(_ number: Int) { html.markup += String(number) }

    /// Markup, as it stands.
    public mutating func appendInterpolation(_ other: HTML) { html += other }

    /// Markup, or nothing.
    public mutating func appendInterpolation(_ other: HTML?) { if let other { html += other } }

    /// The name of an element of the page, in its `id` or in a reference to it.
    public mutating func appendInterpolation(name: String) {
      html.append(trusted: HTMLEscaping.escaped(name), as: .name)
    }

    /// The address of a link that leads out of the page.
    public mutating func appendInterpolation(address: String) {
      html.append(trusted: HTMLEscaping.escaped(address), as: .address)
    }

    /// Nothing on a page; the namespace in XML. It stands directly behind an element's name.
    public mutating func appendInterpolation(namespace: Namespace) {
      html.append(trusted: "", as: .namespace(namespace))
    }
  }
}

extension HTML.Place {
  /// A place in bytes.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The place in markup that has more bytes before it.
  public func moved(by count: Int) -> Self {
    Self(kind, range.lowerBound + count..<range.upperBound + count)
  }
}

extension Sequence where Element == HTML {
  /// The pieces one after another.
  public func joined(separator: HTML = "") -> HTML {
    var all: HTML = ""
    var isFirst = true
    for piece in self {
      if !isFirst { all += separator }
      all += piece
      isFirst = false
    }
    return all
  }
}
