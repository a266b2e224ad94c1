import Transcript

/// A claim of the text and whether it holds: a quiet mark when it does, a sentence when it does not.
struct CheckView {
  let words: InterfaceWords
  let check: Check

  /// The claim.
  var html: HTML {
    let claim = VisibleText(check.claim).html
    guard let place = check.failure else {
      return """
        <p class="check"><span class="mark" aria-hidden="true">✓</span> \
        <span class="verdict">\(words.claimHolds)</span>\(words.afterLead)\(claim)</p>

        """
    }
    let lead = words.claimFails(line: place.line, column: place.column)
    return """
      <div class="failure">
      <p><span class="place">\(lead)</span>\(words.afterLead)<span class="message">\(claim)</span></p>
      </div>

      """
  }
}
