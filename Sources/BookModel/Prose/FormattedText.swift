/// A text in which pieces are emphasized, are formulas, or lead to an address.
public struct FormattedText: Equatable, Sendable {
  /// The looks of a piece.
  public struct Style: OptionSet, Hashable, Sendable {
    /// One bit for each look.
    public let rawValue: UInt8

    /// The looks whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Emphasis.
    public static let emphasis = Style(rawValue: 1)
    /// Bold type.
    public static let strong = Style(rawValue: 2)
    /// Small capitals.
    public static let smallCapitals = Style(rawValue: 4)
    /// Type of equal widths.
    public static let code = Style(rawValue: 8)
    /// Raised, as an exponent is.
    public static let superscript = Style(rawValue: 16)
    /// Lowered, as an index is.
    public static let `subscript` = Style(rawValue: 32)
  }

  /// A piece that looks the same from its beginning to its end.
  public struct Run: Equatable, Sendable {
    /// The text; the visible characters of a formula.
    public var text: String
    /// The looks.
    public var style: Style
    /// The TeX of a formula; nil for text.
    public var tex: String?
    /// The address that the run links to.
    public var address: String?

    /// Makes a run.
    public init(_ text: String, style: Style = [], tex: String? = nil, address: String? = nil) {
      self.text = text
      self.style = style
      self.tex = tex
      self.address = address
    }
  }

  /// The pieces, in their order.
  public private(set) var runs: [Run] = []

  /// Makes an empty text.
  public init() {}

  /// Makes a text without any markup.
  public init(_ text: String) { append(Run(text)) }

  /// The characters alone.
  public var plain: String { runs.reduce(into: "") { $0 += $1.text } }

  /// True when there is nothing to see.
  public var isEmpty: Bool { runs.isEmpty }

  /// Adds a run, joined with the last one when they differ in nothing but the text.
  public mutating func append(_ run: Run) {
    if run.text.isEmpty, run.tex == nil { return }
    if let last = runs.last, last.tex == nil, run.tex == nil, last.style == run.style,
      last.address == run.address
    {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  /// Adds the runs of another text.
  public static func += (text: inout FormattedText, more: FormattedText) {
    for run in more.runs { text.append(run) }
  }

  /// Returns the runs of one text and then those of another.
  public static func + (first: FormattedText, second: FormattedText) -> FormattedText {
    var sum = first
    sum += second
    return sum
  }
}

extension FormattedText: ExpressibleByStringInterpolation {
  /// Makes a text without any markup.
  public init(stringLiteral value: String) { self.init(value) }
}

extension FormattedText {
  /// The text without spaces at its ends.
  public var trimmed: FormattedText {
    var runs = runs
    while let first = runs.first, first.tex == nil {
      runs[0].text = String(first.text.drop { $0 == " " })
      if !runs[0].text.isEmpty { break }
      runs.removeFirst()
    }
    while let last = runs.last, last.tex == nil {
      runs[runs.count - 1].text = String(last.text.reversed().drop { $0 == " " }.reversed())
      if !runs[runs.count - 1].text.isEmpty { break }
      runs.removeLast()
    }
    var text = FormattedText()
    for run in runs { text.append(run) }
    return text
  }
}
