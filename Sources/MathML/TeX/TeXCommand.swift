/// What a command does.
enum TeXCommand: Sendable {
  /// A sign that is neither letter nor number.
  case symbol(MathSymbol)
  /// A letter, or a sign that stands like one.
  case letter(String, isUpright: Bool)
  /// A function's name.
  case function(String, takesLimits: Bool)
  /// Empty width.
  case space(String)
  /// The alphabet of an argument.
  case font(MathFont)
  /// The alphabet of all that follows in the group.
  case fontSwitch(MathFont)
  /// Words in an alphabet.
  case text(MathFont)
  /// A mark on an argument.
  case accent(MathAccent)
  /// A fraction of two arguments, drawn with or without a line.
  case fraction(isDisplay: Bool?, hasLine: Bool)
  /// A delimiter of a given height.
  case sized(height: String, AtomClass)
  /// A style for all that follows in the group.
  case style(isDisplay: Bool, level: Int)
  /// An argument that counts as another class.
  case classed(AtomClass)
  /// The room of an argument.
  case phantom(MathNode.Phantom)
  /// An arrow that grows with what stands on it.
  case longArrow(String)
  /// What stands between two parts of a group and makes them one over the other.
  case between(hasLine: Bool)
  /// What has a form of its own.
  case structure(Structure)
  /// Known, and not wanted: what to do instead.
  case refused(instead: String)

  /// Commands with forms of their own.
  enum Structure: Sendable {
    case root, left, right, middle, begin, end, newRow, limits, noLimits, not, substack, stackrel
    case overset, underset, operatorName, tag, label, noNumber, horizontalSpace, modulo, line
  }

  /// Whether it is known only to say what to write instead.
  var isRefused: Bool { if case .refused = self { true } else { false } }
}
