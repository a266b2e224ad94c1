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
  /// Dots, which are at the height of what follows them when there is no text.
  case dots(String?)
  /// The alphabet of one argument.
  case font(MathFont)
  /// The alphabet of the rest of the group.
  case fontSwitch(MathFont)
  /// Words in an alphabet.
  case text(MathFont)
  /// A mark on an argument.
  case accent(MathAccent)
  /// A fraction of two arguments.
  case fraction(MathFraction)
  /// A delimiter of a given height.
  case sized(height: String, AtomClass)
  /// A style for the rest of the group.
  case style(isDisplay: Bool, level: Int)
  /// A size for the rest of the group, in parts of the usual one.
  case size(Double)
  /// A colour, for the rest of the group or for an argument after it.
  case color(isForRest: Bool)
  /// An argument that is spaced as another class.
  case classed(AtomClass)
  /// An argument that takes up other space than its own, or is not drawn.
  case padded(MathPadding)
  /// Words that take up other space than their own.
  case paddedText(MathPadding)
  /// An argument in a box, or struck out.
  case enclosed(MathEnclosure)
  /// An arrow that stretches with the text on it.
  case longArrow(String)
  /// A command between two parts of a group that puts one over the other.
  case between(MathFraction)
  /// A definition of a macro.
  case definition(Definition)
  /// A command that concerns the layout on paper only.
  case nothing
  /// A command with its own syntax.
  case structure(Structure)
  /// A known command that is not supported, with advice on what to do instead.
  case refused(instead: String)

  /// The commands with their own syntax.
  enum Structure: Sendable {
    case root, left, right, middle, begin, end, newRow, limits, noLimits, not, substack, stackrel
    case overset, underset, operatorName, tag, label, horizontalSpace, modulo, line
    case textBox, smash, generalFraction, ensuredMath, braket, equations, requirement
  }

  /// The commands that define macros.
  enum Definition: Equatable, Sendable {
    case new, provide, plain, alias
    case operatorName(isStarred: Bool)
  }

  /// True for a command that is known only to give advice.
  var isRefused: Bool { if case .refused = self { true } else { false } }
}
