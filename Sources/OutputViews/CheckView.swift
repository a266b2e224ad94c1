import Markup
import Outputs
import Transcript

/// A claim of the text and whether it holds: a quiet mark when it does, a sentence when it does not.
/// The checks that a loop makes at one place are one claim with the number of cases.
struct CheckView {
  let words: OutputWords
  let check: Check

  /// The claims alone, with the number of cases when a loop makes them.
  var claims: HTML {
    let cases: HTML? = check.cases > 1 ? " \(words.cases(check.cases))" : nil
    return "\(VisibleText(text).html)\(cases)"
  }

  /// The claim.
  var html: HTML {
    let claims = VisibleText(text).html
    guard let place = check.failure else {
      let lead = words.claimHolds(cases: check.cases)
      return """
        <p class="check"><span class="mark" aria-hidden="true">✓</span> \
        <span class="verdict">\(lead)</span>\(words.afterLead)\(claims)</p>

        """
    }
    let lead = words.claimFails(
      line: place.line, column: place.column, failed: check.failedCases, of: check.cases)
    return """
      <div class="failure">
      <p><span class="place">\(lead)</span>\(words.afterLead)<span class="message">\(claims)</span></p>
      </div>

      """
  }

  /// The claims that are named, and a sign that there are more.
  private var text: String {
    let named = ([check.claim] + check.otherClaims).map { TypographicText.text($0) }
    let all = check.holds ? check.cases : check.failedCases
    return named.joined(separator: "; ") + (named.count > 1 && named.count < all ? "; …" : "")
  }
}
