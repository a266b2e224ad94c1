import Markup

/// Gives elements the attributes that stand for a stylesheet. They are opened and closed in their order.
protocol ElementPresentation: AnyObject {
  /// Returns the attributes of the next element with those that stand for the stylesheet.
  /// - Parameters:
  ///   - name: the element's name
  ///   - attributes: its own attributes
  ///   - isOpened: true when other elements follow within it, until `close`
  func resolved(
    _ name: String, _ attributes: [SVGWriter.Attribute], isOpened: Bool
  ) -> [SVGWriter.Attribute]
  /// Ends the last open element.
  func close()
}

/// Writes SVG elements one after another.
struct SVGWriter {
  /// An attribute: its name, and its value as plain text.
  typealias Attribute = (name: String, value: String)

  /// The markup so far.
  private(set) var html: HTML = ""

  /// The attributes that stand for the stylesheet; nil where there is one.
  private let presentation: (any ElementPresentation)?

  /// A writer of elements that a stylesheet styles by their classes, or of such that are styled by
  /// attributes instead.
  init(styledBy presentation: (any ElementPresentation)? = nil) {
    self.presentation = presentation
  }

  /// Writes a start tag on a line of its own.
  mutating func open(_ name: String, _ attributes: [Attribute]) {
    tag(name, attributes, isOpened: true)
    html.append(trusted: ">\n")
  }

  /// Writes the start tag of a picture within a page, on a line of its own.
  mutating func openPicture(_ attributes: [Attribute]) {
    html.append(trusted: "<svg")
    html.append(trusted: "", as: .namespace(.svg))
    write(presentation?.resolved("svg", attributes, isOpened: true) ?? attributes)
    html.append(trusted: ">\n")
  }

  /// Writes an end tag on a line of its own.
  mutating func close(_ name: String) {
    presentation?.close()
    html.append(trusted: "</" + name + ">\n")
  }

  /// Writes an element without content.
  mutating func element(_ name: String, _ attributes: [Attribute]) {
    tag(name, attributes)
    html.append(trusted: "/>\n")
  }

  /// Writes an element with a text as its content.
  mutating func element(_ name: String, _ attributes: [Attribute], content: String) {
    tag(name, attributes)
    html.append(trusted: ">" + Self.escaped(content) + "</" + name + ">\n")
  }

  /// Writes an element, with a tooltip if `title` is not nil.
  mutating func element(_ name: String, _ attributes: [Attribute], title: String?) {
    guard let title else { return element(name, attributes) }
    tag(name, attributes)
    html.append(trusted: "><title>" + Self.escaped(title) + "</title></" + name + ">\n")
  }

  /// Writes a `style` element; `rules` is not escaped.
  mutating func style(_ rules: String) {
    html.append(trusted: "<style>\n" + rules + "</style>\n")
  }

  private mutating func tag(_ name: String, _ attributes: [Attribute], isOpened: Bool = false) {
    html.append(trusted: "<" + name)
    write(presentation?.resolved(name, attributes, isOpened: isOpened) ?? attributes)
  }

  private mutating func write(_ attributes: [Attribute]) {
    for attribute in attributes {
      let value = Self.escaped(attribute.value)
      html.append(trusted: " " + attribute.name + "=\"")
      switch attribute.name {
      case "id", "aria-labelledby": html.append(trusted: value, as: .name)
      default: html.append(trusted: value)
      }
      html.append(trusted: "\"")
    }
  }

  /// Returns a text with markup characters as references, white space as spaces, and without the
  /// control characters and noncharacters that markup cannot contain.
  static func escaped(_ text: String) -> String {
    if !text.utf8.contains(where: mayNeedEscape) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result += " "
      default: if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Returns false for almost all bytes of drawings.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x7F, 0xC2,
      0xEF...0xFF:
      true
    default: byte < 0x20
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x20 || (0x7F...0x9F).contains(value) || (0xFDD0...0xFDEF).contains(value) {
      return false
    }
    return value & 0xFFFE != 0xFFFE
  }
}
