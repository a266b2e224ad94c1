import Transcript

/// Puts a claim of the text to the test. The page shows the claim and whether it holds. When it does
/// not, the experiment goes on, but the build fails and names this line.
/// - Parameters:
///   - condition: whether the claim holds
///   - claim: the claim as a sentence, one line
///   - line: the line of the call; leave it out
///   - column: the column of the call; leave it out
public func check(
  _ condition: Bool, _ claim: String, line: Int = #line, column: Int = #column
) {
  guard !claim.isEmpty, OutputText.isValid(claim) else {
    refuse("check", "the claim must be one line of at most 500 bytes, and not empty")
  }
  // `#column` is that of the parenthesis.
  let start = max(column - 5, 1)
  let place = condition ? nil : Check.Place(line: line, column: start)
  emit(.check, Check(claim: claim, failure: place).encoded())
}
