import Transcript

/// Tests a claim of the text. The page shows the claim with the result. When the claim does not
/// hold, the experiment continues, but the build fails with an error at this line. The checks that
/// a loop makes at one call are shown as one claim with the number of cases.
/// - Parameters:
///   - condition: true when the claim holds
///   - claim: the claim as a sentence, one line
///   - line: the line of the call; to be omitted
///   - column: the column of the call; to be omitted
public func check(
  _ condition: Bool, _ claim: String, line: Int = #line, column: Int = #column
) {
  guard !claim.isEmpty, OutputText.isValid(claim) else {
    refuse("check", "the claim must be one line of at most 500 bytes, and not empty")
  }
  // `#column` is the column of the parenthesis.
  let place = CheckRecord.Place(line: line, column: max(column - 5, 1))
  demand(tally.count(.checks))
  let index = indexOfClaims(at: place)
  let isNamed = claims[index].names(claim, holds: condition)
  emit(.check, CheckRecord(place: place, holds: condition, claim: isNamed ? claim : nil).encoded())
}

/// The claims made at one position. A loop may make very many of them: only those that the page
/// names are written.
private struct ClaimsOfPlace {
  let place: CheckRecord.Place
  private var first: String?
  private var hasNamedOther = false
  private var namedFailures = 0

  init(_ place: CheckRecord.Place) { self.place = place }

  /// Returns true when the page may name a claim: the first one of the position, the first with
  /// other words, or one of the first that fail.
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

/// The claims at each position that has called `check`, and the index of the last one. A block runs
/// on one thread.
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
