/// The classes that tell series apart.
enum SeriesStyle {
  /// The classes that give a series its colour and its dash.
  /// Both repeat after eight series; the lines are thicker then.
  static func className(series: Int) -> String {
    "series-\((max(series, 1) - 1) % 8 + 1)" + (series > 8 ? " series-again" : "")
  }
}
