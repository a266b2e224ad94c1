/// A formula in TeX notation, converted to MathML.
///
/// Only elements of MathML Core are used, so that browsers display it without a script. The
/// supported commands are listed in `TeXCommand+Table.swift` and `TeXEnvironment.swift`; all others
/// are faults.
public struct TeXFormula: Sendable {
  /// The placement of a formula in the text.
  public enum Style: Sendable {
    /// Within a line of text.
    case inline
    /// On lines of its own, with room for limits above and below.
    case display
  }

  /// The longest formula that is converted, in bytes.
  public static let maximumLength = TeXParser.maximumLength
  /// The deepest nesting that is converted.
  public static let maximumDepth = TeXParser.maximumDepth

  /// The formula as written.
  public let tex: String
  /// The placement in the text.
  public let style: Style
  /// All faults, in the order of the text. A formula with a fault has no markup.
  public let faults: [TeXFault]
  /// The words of the only `\tag{…}`, shown instead of a number. Several tags stand in their rows.
  public let tag: String?
  /// True for `\tag*{…}`, which is shown without parentheses.
  public let isTagBare: Bool
  /// The name given by `\label{…}`.
  public let label: String?
  /// The visible characters, from left to right: for the anchor of a heading, for searching, and
  /// for estimating the width.
  public let visibleText: String
  /// The formula as one line of plain text, such as `x_(t+1)` and `1/9`; the TeX when there are faults.
  public var linearText: String {
    guard faults.isEmpty else { return tex }
    var line = LinearText()
    line.write(row)
    return line.text
  }

  /// The formula in parts between which a line may end; none when there are faults. Marks of rows make
  /// it one part.
  public var parts: [FormulaPart] {
    if !faults.isEmpty { return [] }
    if showsRowTags {
      return [
        FormulaPart(
          pieces: [.init(markup: markup, length: visibleText.unicodeScalars.count)],
          followsSpace: false)
      ]
    }
    return FormulaDivision.parts(of: row, isDisplay: style == .display)
  }

  private let row: [MathNode]
  private let showsRowTags: Bool
  /// What the `math` element holds; empty when there are faults.
  private let content: String
  /// The `math` element; empty when there are faults. It has no annotation with the TeX: simple readers show
  /// that as text, and it is a third of a formula's bytes.
  public var markup: String { content.isEmpty ? "" : opening + content + "</math>" }

  private var opening: String { style == .display ? "<math display=\"block\">" : "<math>" }

  /// The number of uses of macros that were replaced, those within macros included.
  public let expansionCount: Int

  /// Converts a formula.
  /// - Parameters:
  ///   - tex: the text between the dollar signs or in the fence
  ///   - style: the placement in the text
  ///   - macros: the author's own commands
  ///   - mostExpansions: the most uses of macros to replace; fewer are replaced in short formulas
  public init(
    _ tex: String, style: Style, macros: TeXMacros = TeXMacros(), mostExpansions: Int = .max
  ) {
    var parser = TeXParser(tex, macros: macros, mostExpansions: mostExpansions)
    row = parser.formula(isDisplay: style == .display)
    expansionCount = parser.expansions.count
    self.tex = tex
    self.style = style
    // Nothing is read beyond such a fault, so that every group would be reported as unclosed.
    let last = parser.faults.filter(\.kind.endsReading)
    faults = last.isEmpty ? parser.faults.sorted { $0.offset < $1.offset } : last
    // The only mark stands beside the whole formula.
    let mark = parser.tag ?? (parser.rowTags.count == 1 ? parser.rowTags.first : nil)
    tag = mark.map { LinearText.line($0.words).trimmed }
    isTagBare = mark?.isBare ?? false
    label = parser.label
    showsRowTags = parser.rowTags.count > (parser.tag == nil ? 1 : 0)
    guard faults.isEmpty else {
      (visibleText, content) = ("", "")
      return
    }
    var writer = MathMLWriter(isDisplay: style == .display)
    writer.showsRowTags = showsRowTags
    writer.writeFormula(row)
    (visibleText, content) = (writer.visibleText, writer.markup)
  }

  /// The names of all supported commands, without their backslash, sorted.
  public static let commandNames: [String] = TeXCommand.table.filter { !$0.value.isRefused }.keys
    .sorted()
  /// The names of all supported environments, sorted.
  public static let environmentNames: [String] = TeXEnvironment.table.keys.sorted()
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmed: String {
    let rest = unicodeScalars.drop { $0 == " " }
    return String(String.UnicodeScalarView(rest.reversed().drop { $0 == " " }.reversed()))
  }
}
