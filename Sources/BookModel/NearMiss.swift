/// Suggestions for mistyped words.
public enum NearMiss {
  /// The number of known words that are compared; the rest of a longer list is ignored.
  public static let longestList = 1000

  /// Returns the known word closest to a mistyped one, or nil. A candidate is at most two
  /// insertions, deletions or replacements away, and fewer than either word has letters. Of equally
  /// close words the first is taken, and only the first `longestList` are compared.
  public static func word(near typed: String, among known: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for word in known.prefix(longestList) {
      let distance = distance(Array(typed.utf8), Array(word.utf8))
      guard distance <= 2, distance < min(typed.utf8.count, word.utf8.count) else { continue }
      if distance < best?.distance ?? 3 { best = (word, distance) }
    }
    return best?.word
  }

  /// Returns a question for a hint, `did you mean 'hide'?`, or nil when no known word is near.
  public static func question(_ typed: String, among known: [String]) -> String? {
    word(near: typed, among: known).map { "did you mean '\($0)'?" }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return 3 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let replaced = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
