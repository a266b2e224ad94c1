/// A labelled position on an axis.
struct Tick: Equatable {
  /// The transformed value; on a logarithmic axis its decimal logarithm.
  var place: Double
  /// The text at the tick.
  var label: String
}
