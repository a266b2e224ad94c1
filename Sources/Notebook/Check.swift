import Transcript

/// Puts a claim of the text to the test. The page shows the claim and whether it holds. When it does
/// not, the experiment goes on, but the build fails and names this line. The checks that a loop makes
/// here are shown as one claim with the number of cases.
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
  let place = CheckRecord.Place(line: line, column: max(column - 5, 1))
  demand(tally.count(.checks))
  let index = indexOfClaims(at: place)
  let isNamed = claims[index].names(claim, holds: condition)
  emit(.check, CheckRecord(place: place, holds: condition, claim: isNamed ? claim : nil).encoded())
}

/// What has been said of the checks at one place. A loop may make very many of them: only the claims
/// that the page names are written.
private struct ClaimsOfPlace {
  let place: CheckRecord.Place
  private var first: String?
  private var hasNamedOther = false
  private var namedFailures = 0

  init(_ place: CheckRecord.Place) { self.place = place }

  /// Whether the page may name a claim: the first one of the place, the first other one, or one of the
  /// first that fail.
  mutating func names(_ claim: String, holds: Bool) -> Bool {
    if !holds {
      namedFailures += 1
      return namedFailures <= CheckRecord.namedFailures
    }
    guard let first else {
      self.first = claim
      return true
    }
    if hasNamedOther || claim == first { return false }
    hasNamedOther = true
    return true
  }
}

/// The places that have called `check`, and the one that called it last. A block runs on one thread.
private nonisolated(unsafe) var claims: [ClaimsOfPlace] = []
private nonisolated(unsafe) var lastIndex = 0

private func indexOfClaims(at place: CheckRecord.Place) -> Int {
  if lastIndex < claims.count, claims[lastIndex].place == place { return lastIndex }
  if let index = claims.firstIndex(where: { $0.place == place }) {
    lastIndex = index
  } else {
    demand(tally.count(.claims))
    lastIndex = claims.count
    claims.append(ClaimsOfPlace(place))
  }
  return lastIndex
}
