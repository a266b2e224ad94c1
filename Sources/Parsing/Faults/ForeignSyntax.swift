/// Syntax of other systems that a chapter shows as it is written. A chapter is told of each kind once,
/// with what to write instead.
///
/// To add a kind, add a case here and recognize it in `ForeignSyntaxReader`.
enum ForeignSyntax: String, CaseIterable {
  /// Pandoc's and Quarto's `:::` blocks.
  case fencedDiv
  /// A fence such as ```` ```{note} ```` or ```` ```{python} ````.
  case directive
  /// MyST's `{name}` or Sphinx's `:name:` before a code span.
  case role
  /// `:label:`, `:eqlabel:` or a line `(label)=`.
  case label
  /// `:numref:`, `:ref:`, `{ref}`, `@fig-loss` and the like.
  case reference
  /// `:cite:` and `{cite}`.
  case citation
  /// Hugo's and Quarto's `{{< … >}}`.
  case shortcode
  /// mdBook's `{{#include …}}` and the like.
  case include
  /// `{.class}` or `{key=value}`.
  case attributes
  /// A line that begins with `: ` below a term.
  case definitionList
  /// `\(…\)`, `\[…\]` or an environment of LaTeX outside of a formula.
  case latex
  /// HTML beyond a few harmless tags.
  case rawHTML
  /// Jupytext's and MyST's `+++` between cells.
  case cellBreak
  /// MyST's `(label)` behind a displayed formula.
  case equationLabel

  /// Returns true for what Quarto's references name, which are written like citations: `fig-loss`.
  static func isReference(_ key: some StringProtocol) -> Bool {
    referencePrefixes.contains { key.utf8.starts(with: $0.utf8) }
  }

  private static let referencePrefixes = [
    "fig-", "sec-", "tbl-", "eq-", "lst-", "thm-", "lem-", "cor-", "prp-", "cnj-", "exm-", "def-",
    "exr-", "sol-", "rem-",
  ]

  /// The finding, with an example from the chapter.
  func message(_ example: String) -> String {
    switch self {
    case .fencedDiv: "'\(example)' begins or ends no block here and is shown as text"
    case .directive: "the block '\(example)' is shown as code"
    case .role: "the role '\(example)' is shown as text"
    case .label: "'\(example)' gives no label here and is shown as text"
    case .reference: "'\(example)' is no reference here and is shown as text"
    case .citation: "'\(example)' is no citation here and is shown as text"
    case .shortcode: "the shortcode '\(example)' is shown as text"
    case .include: "'\(example)' includes nothing here and is shown as text"
    case .attributes: "the attributes '\(example)' have no effect"
    case .definitionList: "a definition such as '\(example)' is shown as text"
    case .latex: "'\(example)' is no formula here and is shown as text"
    case .rawHTML: "the HTML '\(example)' is shown as text"
    case .cellBreak: "'\(example)' is shown as text"
    case .equationLabel: "'\(example)' is taken for the formula's label"
    }
  }

  /// What to write instead.
  var hint: String {
    switch self {
    case .fencedDiv:
      "write a quote that begins with '> [!NOTE]', or '<details>' and '<summary>' to fold text"
    case .directive:
      "write '> [!NOTE]' for a note, '![…](…)' for a figure, 'swift experiment id=…' for code that runs"
    case .role: "write '[](#label)' for a reference, '[@key]' for a citation, '$…$' for a formula"
    case .label: "write '{#label}' at the end of the heading, the caption or the formula"
    case .reference: "write '[](#label)'"
    case .citation: "write '[@key]' or '[@key; @other]'"
    case .shortcode: "write the text, the link or the picture itself"
    case .include:
      "write the code itself, or 'swift source=…' for the engine's own"
    case .attributes: "only an id such as '{#label}' is taken: remove the rest"
    case .definitionList: "write a list with the terms in bold"
    case .latex: "write '$…$' within a line, '$$…$$' for lines of its own"
    case .rawHTML:
      "the tags are kbd, sub, sup, mark, br, details, summary and 'a id'; write the rest as Markdown"
    case .cellBreak: "remove it: cells need no division"
    case .equationLabel: "write '{#label}' behind the formula"
    }
  }
}
