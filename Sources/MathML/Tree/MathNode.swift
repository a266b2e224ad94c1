/// A part of a formula, as understood.
indirect enum MathNode: Sendable {
  /// Letters that look as their characters say; `isUpright` for a single one that is not slanted.
  case identifier(String, isUpright: Bool)
  /// Digits.
  case number(String)
  /// An operator or another sign.
  case symbol(MathSymbol)
  /// A function with a name of several letters.
  case function(String, takesLimits: Bool)
  /// Words.
  case text(String)
  /// Empty width, such as `1em`.
  case space(String)
  /// Parts beside each other.
  case row([MathNode])
  /// A base with what stands at its lower and upper right, or below and above.
  case scripts(MathScripts)
  /// A mark above or below.
  case accent(MathAccent, MathNode)
  /// Something small set above or below a base.
  case stack(MathNode, above: MathNode?, below: MathNode?)
  /// One part over another.
  case fraction(MathFraction)
  /// A root, with its degree if it is not the square one.
  case root(MathNode, degree: MathNode?)
  /// A row between delimiters that grow with it. An empty delimiter is not drawn.
  case fenced(left: String, [MathNode], right: String)
  /// A delimiter of a given height, or one that grows with the fences around it.
  case delimiter(String, height: String?, AtomClass)
  /// Rows and columns.
  case table(MathTable)
  /// The room that a part would take, without the part.
  case phantom(MathNode, Phantom)
  /// A part in display style or not, at a script level.
  case styled(MathNode, isDisplay: Bool, level: Int)
  /// A part that counts as another class; as an operator, with or without limits below and above.
  case classed(MathNode, AtomClass, takesLimits: Bool)

  /// Which of a phantom's measures count.
  enum Phantom: Sendable { case all, width, height }
}

/// A base and its scripts.
struct MathScripts: Sendable {
  var base: MathNode
  var below: MathNode?
  var above: MathNode?
  /// Whether `\limits` or `\nolimits` has the say.
  var limits: Bool?
}

/// A fraction.
struct MathFraction: Sendable {
  /// Whether `\dfrac` or `\tfrac` has the say on the style.
  var isDisplay: Bool?
  /// Whether there is a line; without it, it is a binomial coefficient.
  var hasLine = true
  var numerator: MathNode
  var denominator: MathNode
}

/// A mark above or below a base.
struct MathAccent: Sendable {
  var mark: String
  var isBelow = false
  /// Whether it is as wide as the base.
  var stretches = false
  /// Whether scripts stand beyond it, as on a brace.
  var takesLimits = false
}

/// A matrix, equations under each other, a choice of cases.
struct MathTable: Sendable {
  /// How a column is aligned.
  enum Column: Sendable { case left, center, right }

  var rows: [[MathNode]] = []
  /// The columns' alignments. They are repeated when there are more columns.
  var columns: [Column]
  /// The columns, from 0, that have a rule to their left.
  var ruled: Set<Int> = []
  /// The rows, from 0, that have a line above them; the number of rows for one below the last.
  var lined: Set<Int> = []
  /// Whether the cells are in display style.
  var isDisplay = false
  /// Whether columns follow each other without space, in pairs.
  var isAligned = false
  /// Whether pairs follow each other without space, too.
  var isDense = false
  /// Whether the first row stands at the left and the last at the right.
  var isSpread = false
  var left = ""
  var right = ""
}
