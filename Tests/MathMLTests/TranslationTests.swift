import Foundation
import MathML
import Testing

/// TeX and the MathML that it becomes, line by line in `Fixtures/translations.txt`, family by family.
/// `GRADBOOK_RECORD=1` writes the MathML anew.
@Suite("What TeX becomes")
struct TranslationTests {
  struct Row: CustomTestStringConvertible {
    let family: String
    let tex: String
    let style: TeXFormula.Style
    let markup: String
    var testDescription: String { tex }
  }

  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/translations.txt")

  static let rows: [Row] = {
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    var rows: [Row] = []
    var family = ""
    for (line, next) in zip(lines, lines.dropFirst() + [""]) {
      if line.hasPrefix("# ") { family = String(line.dropFirst(2)) }
      guard line.hasPrefix("D\t") || line.hasPrefix("I\t") else { continue }
      rows.append(
        Row(
          family: family, tex: String(line.dropFirst(2)),
          style: line.hasPrefix("D") ? .display : .inline, markup: String(next.dropFirst(2))))
    }
    return rows
  }()

  @Test("each family of commands has rows")
  func families() throws {
    if ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] == "1" { try Self.record() }
    #expect(Set(Self.rows.map(\.family)).count >= 9)
    #expect(Self.rows.count >= 40)
  }

  @Test("a formula becomes the markup in the table", arguments: rows)
  func row(_ row: Row) {
    let formula = TeXFormula(row.tex, style: row.style)
    #expect(formula.faults == [])
    #expect(Markup.fault(in: formula.markup) == nil)
    #expect(Array(Markup.row(of: formula).utf8) == Array(row.markup.utf8))
  }

  private static func record() throws {
    var text = ""
    var family = ""
    for row in rows {
      if row.family != family { text += "# \(row.family)\n" }
      family = row.family
      text += (row.style == .display ? "D" : "I") + "\t\(row.tex)\n"
      text += "  \(Markup.row(of: TeXFormula(row.tex, style: row.style)))\n"
    }
    try Data(text.utf8).write(to: file)
  }

  @Test("a formula says whether it stands alone")
  func standsAlone() {
    let inline = TeXFormula("a<b&", style: .inline)
    #expect(inline.markup == "" && !inline.faults.isEmpty)
    #expect(
      TeXFormula("a<b", style: .display).markup
        == """
        <math display="block"><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>
        """)
    #expect(TeXFormula("x", style: .inline).markup == "<math><mrow><mi>x</mi></mrow></math>")
  }

  @Test("the rest of a line after a percent sign that stands apart is a comment")
  func comments() {
    for tex in ["a % one\nb", "%\na%\nb", "% 5%\na\n  %\nb\n"] {
      #expect(TeXFormula(tex, style: .display).faults == [])
      #expect(TeXFormula(tex, style: .display).visibleText == "ab")
    }
  }

  @Test("several tags stand in their rows, a single one beside the formula")
  func rowTags() {
    let one = TeXFormula("\\begin{align}a&=b\\\\&=c\\tag{by $x^{2}$}\\end{align}", style: .display)
    #expect(one.faults == [] && one.tag == "by x^2")
    #expect(one.visibleText == "a=b=c")
    let two = TeXFormula(
      "\\begin{align}a&=b\\tag{A}\\\\c\\tag*{B}\\\\&=d\\end{align}", style: .display)
    #expect(two.faults == [] && two.tag == nil)
    #expect(two.visibleText == "a=b(A)cB=d")
    #expect(two.linearText == "a  = b (A) ; c B ;   = d ")
  }

  @Test("a tag with a star is shown as it is")
  func bareTag() {
    #expect(TeXFormula("a \\tag*{A}", style: .display).isTagBare)
    #expect(TeXFormula("a \\tag*{A}", style: .display).tag == "A")
    #expect(!TeXFormula("a \\tag{A}", style: .display).isTagBare)
  }

  @Test("a formula tells its name, its mark and what one sees of it")
  func notes() {
    let formula = TeXFormula(
      "\\eta \\le \\frac{2}{L} \\tag{A} \\label{eq-rate} \\nonumber", style: .display)
    #expect(formula.faults == [])
    #expect(formula.tag == "A" && formula.label == "eq-rate")
    #expect(formula.visibleText == "η≤2L")
  }
}
