/// Writes SVG elements one after another.
struct SVGWriter {
  /// An attribute: its name, and its value as plain text.
  typealias Attribute = (name: String, value: String)

  /// The markup so far.
  private(set) var text = ""

  /// Writes a start tag on a line of its own.
  mutating func open(_ name: String, _ attributes: [Attribute]) {
    tag(name, attributes)
    text += ">\n"
  }

  /// Writes an end tag on a line of its own.
  mutating func close(_ name: String) { text += "</" + name + ">\n" }

  /// Writes an element without content.
  mutating func element(_ name: String, _ attributes: [Attribute]) {
    tag(name, attributes)
    text += "/>\n"
  }

  /// Writes an element with a text as its content.
  mutating func element(_ name: String, _ attributes: [Attribute], content: String) {
    tag(name, attributes)
    text += ">" + Self.escaped(content) + "</" + name + ">\n"
  }

  /// Writes an element, with a tooltip if `title` is not nil.
  mutating func element(_ name: String, _ attributes: [Attribute], title: String?) {
    guard let title else { return element(name, attributes) }
    tag(name, attributes)
    text += "><title>" + Self.escaped(title) + "</title></" + name + ">\n"
  }

  /// Writes a `style` element; `rules` is not escaped.
  mutating func style(_ rules: String) { text += "<style>\n" + rules + "</style>\n" }

  private mutating func tag(_ name: String, _ attributes: [Attribute]) {
    text += "<" + name
    for attribute in attributes {
      text += " " + attribute.name + "=\"" + Self.escaped(attribute.value) + "\""
    }
  }

  /// Returns a text with markup characters as references, white space as spaces, and without the
  /// control characters and noncharacters that markup cannot contain.
  static func escaped(_ text: String) -> String {
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

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x20 || (0x7F...0x9F).contains(value) || (0xFDD0...0xFDEF).contains(value) {
      return false
    }
    return value & 0xFFFE != 0xFFFE
  }
}
