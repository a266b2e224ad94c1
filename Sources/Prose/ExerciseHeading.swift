/// Recognizes the headings of exercises and solutions.
public enum ExerciseHeading {
  /// The words for an exercise, in lower case.
  public static let exerciseWords = ["exercise", "练习", "习题"]
  /// The words for a solution, in lower case.
  public static let solutionWords = ["solution", "解答", "答案"]

  /// Returns true for the heading of one exercise, and false for that of a section with several.
  public static func isSingle(_ title: String) -> Bool {
    guard let parts = parts(of: title) else { return false }
    guard let first = parts.rest.unicodeScalars.first else { return true }
    return !first.properties.isAlphabetic
  }

  /// Returns true for the heading of a solution.
  public static func isSolution(_ title: String) -> Bool {
    let title = title.lowercased()
    return solutionWords.contains { title.hasPrefix($0) }
  }

  /// Returns the word for an exercise that a heading begins with, and the rest after the word and a
  /// number typed by hand; nil for other headings.
  public static func parts(of title: String) -> (word: String, rest: String)? {
    let lowered = title.lowercased()
    guard let word = exerciseWords.first(where: { lowered.hasPrefix($0) }) else { return nil }
    let scalars = title.unicodeScalars.dropFirst(word.unicodeScalars.count)
    let afterSpace = scalars.drop { $0 == " " }
    let afterNumber = afterSpace.drop { ("0"..."9").contains($0) || $0 == "." }
    let rest = afterNumber.count < afterSpace.count ? afterNumber : scalars
    return (
      String(String.UnicodeScalarView(title.unicodeScalars.prefix(word.unicodeScalars.count))),
      String(String.UnicodeScalarView(rest))
    )
  }
}
