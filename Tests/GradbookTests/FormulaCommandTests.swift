import Testing

@testable import gradbook

@Suite("Formulas line by line")
struct FormulaCommandTests {
  @Test("each line is a formula, and becomes a line of MathML or the reason why not")
  func lines() {
    let output = FormulaLines.converted("I\tx\nD\t\\sum_i\nI\ta \\nope\n")
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[3].isEmpty)
    #expect(lines[0].hasPrefix("<math><mrow><mi>x</mi></mrow>"))
    #expect(lines[1].hasPrefix("<math display=\"block\"><mrow><munder>"))
    #expect(lines[2] == "ERROR unknownCommand(\"nope\", macros: []) at column 3")
  }
}
