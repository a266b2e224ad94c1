import MathML

/// Converts formulas line by line, for testing the converter: `D`, a tab and TeX for a display
/// formula, `I` for an inline one.
enum FormulaLines {
  /// Returns one line for each line: the `math` element, or `ERROR` with the fault.
  static func converted(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      let mark = line.first
      let tex = String(Substring(line.dropFirst(2)))
      let formula = TeXFormula(tex, style: mark == UInt8(ascii: "D") ? .display : .inline)
      guard let fault = formula.faults.first else { return formula.markup + "\n" }
      return "ERROR \(fault.kind) at column \(fault.offset + 1)\n"
    }.joined()
  }
}
