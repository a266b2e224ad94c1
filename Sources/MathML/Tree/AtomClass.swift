/// The class of a node, which determines the space between it and its neighbours.
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
  /// A row between delimiters that stretch, or dots: there is a thin space at both sides of it.
  case inner
}

/// An operator, a fence or another symbol that is neither a letter nor a number.
struct MathSymbol: Equatable, Sendable {
  /// The character or characters.
  var text: String
  /// The class for the spacing.
  var atomClass: AtomClass
  /// True when its limits are below and above it in display style.
  var takesLimits = false
}
