/// An environment that `\begin{…}` can name.
struct TeXEnvironment: Sendable {
  /// An empty table with the alignment and the delimiters.
  var table: MathTable
  /// True when the columns are specified in braces, as `{lcr}`.
  var announcesColumns = false
  /// True when the alignment of all columns may be given in brackets.
  var alignsColumns = false
  /// True when the number of column pairs is given in braces.
  var countsColumns = false
  /// True when it is set in script size, to fit into a line of text.
  var isSmall = false

  /// All environments by their names.
  static let table: [String: TeXEnvironment] = {
    var all: [String: TeXEnvironment] = [:]
    let aligned = MathTable(columns: [.right, .left], isDisplay: true, isAligned: true)
    for name in ["aligned", "align", "align*", "split"] {
      all[name] = TeXEnvironment(table: aligned)
    }
    var dense = aligned
    dense.isDense = true
    for name in ["alignedat", "alignat", "alignat*"] {
      all[name] = TeXEnvironment(table: dense, countsColumns: true)
    }
    let equations = MathTable(columns: [.right, .center, .left], isDisplay: true)
    for name in ["eqnarray", "eqnarray*"] { all[name] = TeXEnvironment(table: equations) }
    let spread = MathTable(columns: [.center], isDisplay: true, isSpread: true)
    for name in ["multline", "multline*"] { all[name] = TeXEnvironment(table: spread) }
    let gathered = MathTable(columns: [.center], isDisplay: true)
    for name in ["gathered", "gather", "gather*", "equation", "equation*"] {
      all[name] = TeXEnvironment(table: gathered)
    }
    let cases = MathTable(columns: [.left], left: "{")
    all["cases"] = TeXEnvironment(table: cases)
    all["rcases"] = TeXEnvironment(table: MathTable(columns: [.left], right: "}"))
    all["dcases"] = TeXEnvironment(table: MathTable(columns: [.left], isDisplay: true, left: "{"))
    all["drcases"] = TeXEnvironment(table: MathTable(columns: [.left], isDisplay: true, right: "}"))
    for name in ["array", "subarray"] {
      all[name] = TeXEnvironment(table: MathTable(columns: []), announcesColumns: true)
    }
    let fences = [
      ("matrix", "", ""), ("smallmatrix", "", ""), ("pmatrix", "(", ")"), ("bmatrix", "[", "]"),
      ("Bmatrix", "{", "}"), ("vmatrix", "|", "|"), ("Vmatrix", "‖", "‖"),
    ]
    for (name, left, right) in fences {
      all[name] = TeXEnvironment(table: MathTable(columns: [.center], left: left, right: right))
    }
    for (name, left, right) in fences where name != "smallmatrix" {
      all[name + "*"] = TeXEnvironment(
        table: MathTable(columns: [.center], left: left, right: right), alignsColumns: true)
    }
    all["smallmatrix"]?.isSmall = true
    all["darray"] = TeXEnvironment(
      table: MathTable(columns: [], isDisplay: true), announcesColumns: true)
    for name in ["flalign", "flalign*"] { all[name] = TeXEnvironment(table: aligned) }
    return all
  }()
}
