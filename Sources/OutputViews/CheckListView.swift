import Markup
import Outputs

/// The claims of a block that hold: the only one in words, several as one line with their number that
/// opens to all of them. It opens without a script, and paper shows it open.
struct CheckListView {
  let words: OutputWords
  let checks: [Check]

  /// The claims; nil without any.
  var html: HTML? {
    guard let first = checks.first else { return nil }
    if checks.count == 1 { return CheckView(words: words, check: first).html }
    let items = checks.map { check -> HTML in
      "<li>\(CheckView(words: words, check: check).claims)</li>\n"
    }
    return """
      <details class="check"><summary><span class="mark" aria-hidden="true">✓</span> \
      <span class="verdict">\(words.claimsHold(checks.count))</span></summary>
      <ul>
      \(items.joined())</ul>
      </details>

      """
  }
}
