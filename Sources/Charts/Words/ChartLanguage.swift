/// The language of the words that a chart brings with it. Titles and labels are the author's.
public enum ChartLanguage: Hashable, Sendable {
  /// English.
  case english
  /// Chinese, in simplified characters.
  case chinese
}
