/// A marked place on an axis.
struct Tick: Equatable {
  /// The value as its axis places it; on a logarithmic axis its decimal logarithm.
  var place: Double
  /// What stands at it.
  var label: String
}
