import Testing

@testable import Reference

@Suite struct DocCommentTests {
  @Test("a comment is taken apart into its sentence, its body, its parameters and its fields")
  func parts() {
    let comment = DocComment(
      """
      Moves θ, i.e. steps once. Then it
      rests.

      More of it:
      - a list's item
      - Parameters:
        - rate: η, at least 0;
          larger ones overshoot
        - start: where
      - Parameter last: the end
      - Returns: the `way`
        back
      - Shape: `[n]`
      """)
    #expect(comment.sentence == "Moves θ, i.e. steps once.")
    #expect(comment.body.hasPrefix("Moves θ, i.e. steps once. Then it\nrests.\n\nMore"))
    #expect(comment.body.contains("- a list's item"))
    #expect(comment.parameters.map(\.name) == ["rate", "start", "last"])
    #expect(
      comment.parameters.map(\.text) == [
        "η, at least 0; larger ones overshoot", "where", "the end",
      ])
    #expect(comment.fields.map(\.name) == ["Returns", "Shape"])
    #expect(comment.fields.map(\.text) == ["the `way` back", "`[n]`"])
    #expect(DocComment("").sentence.isEmpty && DocComment("").parameters.isEmpty)
    #expect(DocComment("Is x < y").sentence == "Is x < y")
  }

  @Test("indented formulas become mathematics, indented code stays code")
  func indented() {
    let body = DocComment("Steps:\n\n    θ ← θ − ηg\n\nAs in\n\n    let η = 1\n    step(η)\n\nEnd.")
      .body
    #expect(body.contains("$$\n\\theta  \\gets  \\theta  - \\eta g\n$$"))
    #expect(body.contains("```swift\nlet η = 1\nstep(η)\n```"))
    #expect(body.hasSuffix("End.\n"))
  }

  @Test(
    "signs of Unicode become TeX",
    arguments: [
      ("β₁m + (1 − β₁)g", "\\beta _{1}m + (1 - \\beta _{1})g"),
      ("√v/√(1 − β₂ᵗ)", "\\sqrt{v}/\\sqrt{1 - \\beta _{2}^{t}}"),
      ("√max(1, a)", "\\sqrt{\\max (1, a)}"),
      ("m̂·x", "\\hat{m}\\cdot x"),
      ("g or h if x", "g \\text{ or } h \\text{ if } x"),
      ("decay(t) · ab", "\\mathrm{decay}(t) \\cdot  ab"),
      ("max(u, |g|)", "\\max (u, |g|)"),
      ("ρ∞ ≤ ½", "\\rho \\infty  \\le  \\tfrac{1}{2}"),
      ("√", "\\surd"), ("(", "("), ("√(x", "\\sqrt{"),
    ])
  func signs(formula: String, tex: String) {
    #expect(UnicodeFormula.tex(formula).hasPrefix(tex), "\(UnicodeFormula.tex(formula))")
  }

  @Test("formulas stand on lines of a paragraph, with the words between and behind them")
  func lines() {
    #expect(
      UnicodeFormula.markdown([
        "a ← b, or c if θ = 1", "then Adam's step with it", "s = θ    the first of all steps",
        "a ≤ b    and    c",
      ]) == """
        $a \\gets  b$, or $c$ if $\\theta  = 1$\\
        then Adam's step with it\\
        $s = \\theta$ (the first of all steps)\\
        $a \\le  b$ and $c$
        """)
    #expect(UnicodeFormula.markdown(["a ← b"]) == "$$\na \\gets  b\n$$")
    #expect(UnicodeFormula.markdown(["print(1)"]) == nil)
  }
}
