/// The meaning of a command.
enum TeXCommand: Sendable {
  /// A symbol that is neither a letter nor a number.
  case symbol(MathSymbol)
  /// A letter, or a symbol treated as one.
  case letter(String, isUpright: Bool)
  /// A function's name.
  case function(String, takesLimits: Bool)
  /// Empty width.
  case space(String)
  /// The alphabet of one argument.
  case font(MathFont)
  /// The alphabet of the rest of the group.
  case fontSwitch(MathFont)
  /// Words in an alphabet.
  case text(MathFont)
  /// A mark on an argument.
  case accent(MathAccent)
  /// A fraction of two arguments, drawn with or without a line.
  case fraction(isDisplay: Bool?, hasLine: Bool)
  /// A delimiter of a given height.
  case sized(height: String, AtomClass)
  /// A style for the rest of the group.
  case style(isDisplay: Bool, level: Int)
  /// An argument that is spaced as another class.
  case classed(AtomClass)
  /// Space with the dimensions of an argument.
  case phantom(MathNode.Phantom)
  /// An arrow that stretches with the text on it.
  case longArrow(String)
  /// A command between two parts of a group that puts one over the other.
  case between(hasLine: Bool)
  /// A command with its own syntax.
  case structure(Structure)
  /// A known command that is not supported, with advice on what to do instead.
  case refused(instead: String)

  /// The commands with their own syntax.
  enum Structure: Sendable {
    case root, left, right, middle, begin, end, newRow, limits, noLimits, not, substack, stackrel
    case overset, underset, operatorName, tag, label, noNumber, horizontalSpace, modulo, line
  }

  /// True for a command that is known only to give advice.
  var isRefused: Bool { if case .refused = self { true } else { false } }
}
