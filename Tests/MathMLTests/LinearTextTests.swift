import Testing

@testable import MathML

@Suite struct LinearTextTests {
  @Test(
    "a formula on one line says what the formula says",
    arguments: [
      ("x_{t+1} = x_t - \\eta f'(x_t)", "x_(t+1) = x_t−ηf′(x_t)"),
      ("\\frac{1}{9}", "1/9"),
      ("\\frac{\\kappa-1}{2}", "(κ−1)/2"),
      ("\\binom{n}{k}", "n¦k"),
      ("\\sqrt{1+x^2}, \\sqrt[3]{x}", "√(1+x^2), 3√x"),
      ("2\\sin x", "2 sin\u{2061}x"),
      ("10^{-6}", "10^(−6)"),
      ("\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1 2 ; 3 4 )"),
      ("\\hat{x} \\text{ if } y", "x if y"),
      ("\\phantom{x}y''", "y″"),
      ("\\boxed{\\cancel{a}b}\\small c", "abc"),
      ("\\sum_{\\mathclap{i<n}}\\smash{x}", "∑_(i < n)x"),
      ("a=b\\\\c", "a = b ; c "),
      ("x_1+\\dots+x_n，y", "x_1+⋯+x_n，y"),
      ("f^{\\prime}(x)+g'^2", "f′(x)+g^(′2)"),
      ("{n\\atop k}", "n¦k"),
    ])
  func lines(tex: String, line: String) {
    #expect(TeXFormula(tex, style: .inline).linearText == line)
  }

  @Test("a formula with a fault shows its TeX")
  func fault() {
    #expect(TeXFormula("\\frac{1", style: .inline).linearText == "\\frac{1")
  }
}
