/// The style classes of series.
enum SeriesStyle {
  /// Returns the class that gives a series its colour and its dash. Both repeat after eight series,
  /// with thicker lines.
  static func className(series: Int) -> String {
    "series-\((max(series, 1) - 1) % 8 + 1)" + (series > 8 ? " series-again" : "")
  }
}
