/// What a part of a formula is to its neighbours. It settles the space between them.
///
/// - Source: D. E. Knuth, The TeXbook, chapter 17.
enum AtomClass: Sendable {
  case ordinary
  /// A sum, an integral, a function's name.
  case largeOperator
  case binary
  case relation
  case opening
  case closing
  case punctuation
}

/// An operator, a fence or another sign that is neither letter nor number.
struct MathSymbol: Equatable, Sendable {
  /// The character, or the few.
  var text: String
  /// What it is to its neighbours.
  var atomClass: AtomClass
  /// Whether its limits stand below and above it in display style.
  var takesLimits = false
}
