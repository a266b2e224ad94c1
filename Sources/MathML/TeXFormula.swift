/// A formula in TeX notation, turned into MathML.
///
/// Only elements of MathML Core are used, so that browsers draw it without a script. What is
/// understood stands in `TeXCommand+Table.swift` and `TeXEnvironment.swift`; all else is a fault.
public struct TeXFormula: Sendable {
  /// How a formula stands in the text.
  public enum Style: Sendable {
    /// Within a line of text.
    case inline
    /// On lines of its own, with room for limits above and below.
    case display
  }

  /// The longest formula that is read, in bytes.
  public static let maximumLength = TeXParser.maximumLength
  /// The deepest nesting that is read.
  public static let maximumDepth = TeXParser.maximumDepth

  /// The formula as written.
  public let tex: String
  /// How it stands in the text.
  public let style: Style
  /// All that is wrong with it, in the order of its text. A formula with a fault has no markup.
  public let faults: [TeXFault]
  /// What `\tag{…}` says instead of a number.
  public let tag: String?
  /// The name given by `\label{…}`.
  public let label: String?
  /// What one sees of it, from left to right: for a heading's name, a search, and to guess how
  /// wide it is.
  public let visibleText: String
  /// The formula as one line of plain text that says what it says, such as `x_(t+1)` and `1/9`; the TeX
  /// when there are faults.
  public var linearText: String {
    guard faults.isEmpty else { return tex }
    var line = LinearText()
    line.write(row)
    return line.text
  }

  private let row: [MathNode]
  /// One `math` element, which carries the TeX as an annotation; empty when there are faults.
  public let markup: String

  /// Converts a formula.
  /// - Parameters:
  ///   - tex: what stands between the dollar signs or in the fence
  ///   - style: how it stands in the text
  public init(_ tex: String, style: Style) {
    var parser = TeXParser(tex)
    row = parser.formula()
    self.tex = tex
    self.style = style
    // Beyond the deepest nesting nothing is read, so that all would seem to be left open.
    let tooDeep = parser.faults.filter { $0.kind == .tooDeep }
    faults = tooDeep.isEmpty ? parser.faults.sorted { $0.offset < $1.offset } : tooDeep
    tag = parser.tag
    label = parser.label
    guard faults.isEmpty else {
      (visibleText, markup) = ("", "")
      return
    }
    var writer = MathMLWriter(isDisplay: style == .display)
    writer.writeFormula(row, tex: tex)
    (visibleText, markup) = (writer.visibleText, writer.markup)
  }

  /// The names of all commands that are understood, without their backslash, sorted.
  public static let commandNames: [String] = TeXCommand.table.filter { !$0.value.isRefused }.keys
    .sorted()
  /// The names of all environments that are understood, sorted.
  public static let environmentNames: [String] = TeXEnvironment.table.keys.sorted()
}
