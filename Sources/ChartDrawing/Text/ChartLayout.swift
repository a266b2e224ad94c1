/// The size of a chart's picture. Text is readable at every width of the page only if narrow pages
/// get a separate picture.
public enum ChartLayout: Hashable, Sendable {
  /// 640 units wide, for a text column.
  case wide
  /// 320 units wide, for a phone.
  case narrow

  /// The picture's width in units.
  var width: Double { self == .wide ? 640 : 320 }
  /// The picture's height in units, unless a long title or a legend needs more.
  var height: Double { self == .wide ? 360 : 212 }
  /// The size of labels.
  var textSize: Double { self == .wide ? 14 : 12 }
  var titleSize: Double { self == .wide ? 16 : 14 }
  /// The height of a row of labels.
  var row: Double { self == .wide ? 20 : 16 }
  /// The height of a row of the title.
  var titleRow: Double { self == .wide ? 24 : 20 }
  /// The largest number of labels along the horizontal axis.
  var horizontalTicks: Int { self == .wide ? 8 : 5 }
  /// The largest number of labels along the vertical axis.
  var verticalTicks: Int { self == .wide ? 7 : 5 }
  /// The largest side of a square frame.
  var longestSide: Double { self == .wide ? 440 : 320 }
  /// The class of the picture.
  var className: String { self == .wide ? "chart chart-wide" : "chart chart-narrow" }
  /// The text size of numbers at iterates and along contour lines.
  var numberSize: Double { self == .wide ? 12 : 11 }
  /// The length of a cross's arms and the radius of a start's circle.
  var markerReach: Double { self == .wide ? 5 : 4 }
}
