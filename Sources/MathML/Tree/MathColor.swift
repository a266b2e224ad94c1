/// A colour of a part of a formula, by the name that the stylesheet has for it. Whatever tone an author
/// names, a page has one of each hue for light paper and one for dark, both of them legible.
enum MathColor: String, CaseIterable, Sendable {
  case blue = "ink-blue"
  case red = "ink-red"
  case green = "ink-green"
  case purple = "ink-purple"
  case brown = "ink-brown"
  case cyan = "ink-cyan"
  case yellow = "ink-yellow"
  case gray = "ink-gray"
  /// The colour of all text.
  case plain = ""

  /// Finds a colour by its name in xcolor or in CSS, such as `ForestGreen`, `blue!60` or `#228b22`; nil when
  /// there is none.
  init?(_ name: String) {
    let lowercase = name.utf8.prefix { $0 != UInt8(ascii: "!") }.map {
      (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
    }
    if lowercase.first == UInt8(ascii: "#") {
      self.init(hexadecimal: lowercase.dropFirst())
    } else {
      // A name ends with its hue: `orangered` is a red.
      let word = lowercase.filter { $0 != 0x20 && $0 != UInt8(ascii: "-") }
      let found = Self.hues.filter {
        word.suffix($0.name.utf8.count).elementsEqual($0.name.utf8)
      }
      guard let longest = found.max(by: { $0.name.utf8.count < $1.name.utf8.count }) else {
        return nil
      }
      self = longest.color
    }
  }

  /// Finds the colour of a value in one of xcolor's models: `HTML`, `RGB`, `rgb`, `gray` or `named`.
  init?(_ value: String, model: String) {
    let parts = value.utf8.split(separator: UInt8(ascii: ",")).map {
      Double(String(decoding: $0.filter { $0 != 0x20 }, as: UTF8.self)) ?? .nan
    }
    switch model {
    case "HTML": self.init("#" + value)
    case "RGB" where parts.count == 3: self.init(parts.map { $0 / 255 })
    case "rgb" where parts.count == 3: self.init(parts)
    case "gray" where parts.count == 1: self.init([parts[0], parts[0], parts[0]])
    case "named": self.init(value)
    default: return nil
    }
  }

  private init?(hexadecimal digits: ArraySlice<UInt8>) {
    let values = digits.compactMap { Int(String(decoding: [$0], as: UTF8.self), radix: 16) }
    guard values.count == digits.count else { return nil }
    switch values.count {
    case 3: self.init(values.map { Double($0) / 15 })
    case 6:
      self.init(
        [0, 2, 4].map { place -> Double in
          let share = 16 * values[place] + values[place + 1]
          return Double(share) / 255
        })
    default: return nil
    }
  }

  /// The colour with shares of red, green and blue from 0 to 1.
  /// - Source: CSS Color 4, hue and lightness in HSL
  private init?(_ shares: [Double]) {
    guard shares.allSatisfy({ (0...1).contains($0) }), let high = shares.max(),
      let low = shares.min()
    else { return nil }
    let range = high - low
    if range < 0.12 {
      self = (0.15...0.85).contains((high + low) / 2) ? .gray : .plain
      return
    }
    let (red, green, blue) = (shares[0], shares[1], shares[2])
    var sixths: Double
    if high == red {
      sixths = (green - blue) / range
    } else if high == green {
      sixths = 2 + (blue - red) / range
    } else {
      sixths = 4 + (red - green) / range
    }
    if sixths < 0 { sixths += 6 }
    switch sixths * 60 {
    case ..<15: self = .red
    case ..<40: self = high < 0.75 ? .brown : .red
    case ..<70: self = .yellow
    case ..<165: self = .green
    case ..<200: self = .cyan
    case ..<260: self = .blue
    case ..<345: self = .purple
    default: self = .red
    }
  }

  private static let hues: [(name: String, color: MathColor)] = [
    (MathColor.blue, "blue navy royalblue indigo azure cobalt"),
    (.red, "red orange crimson tomato coral salmon maroon scarlet peach firebrick"),
    (.green, "green lime chartreuse emerald mint"),
    (.purple, "purple violet magenta fuchsia pink orchid plum lavender thistle mulberry"),
    (.brown, "brown tan sienna sepia chocolate bronze peru"),
    (.cyan, "cyan aqua teal turquoise aquamarine skyblue cerulean"),
    (.yellow, "yellow gold goldenrod olive khaki dandelion"),
    (.gray, "gray grey silver slategray"),
    (.plain, "black white inherit currentcolor default"),
  ].flatMap { color, names in
    names.utf8.split(separator: 0x20).map { (String(Substring($0)), color) }
  }
}
