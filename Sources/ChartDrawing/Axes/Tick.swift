/// A marked place on an axis.
struct Tick: Equatable {
  /// The value as its axis places it; on a logarithmic axis its decimal logarithm.
  var place: Double
  /// The text at the mark.
  var label: String
}
