/// A node of a parsed formula.
indirect enum MathNode: Sendable {
  /// Letters in the alphabet of their characters; `isUpright` for a single one that is not italic.
  case identifier(String, isUpright: Bool)
  /// Digits.
  case number(String)
  /// An operator or another symbol.
  case symbol(MathSymbol)
  /// A function with a name of several letters.
  case function(String, takesLimits: Bool)
  /// Words.
  case text(String)
  /// Empty width, such as `1em`.
  case space(String)
  /// Nodes beside each other.
  case row([MathNode])
  /// A base with scripts at its right, or below and above.
  case scripts(MathScripts)
  /// An accent above or below a node.
  case accent(MathAccent, MathNode)
  /// A base with small nodes above or below it.
  case stack(MathNode, above: MathNode?, below: MathNode?)
  /// One node over another.
  case fraction(MathFraction)
  /// A root, with its degree unless it is a square root.
  case root(MathNode, degree: MathNode?)
  /// A row between delimiters that stretch with it. An empty delimiter is not drawn.
  case fenced(left: String, [MathNode], right: String)
  /// A delimiter of a given height, or one that stretches with the fences around it.
  case delimiter(String, height: String?, AtomClass)
  case table(MathTable)
  /// The space that a node would take, without the node.
  case phantom(MathNode, Phantom)
  /// A node in display style or not, at a script level.
  case styled(MathNode, isDisplay: Bool, level: Int)
  /// A node with another class for the spacing; as an operator, with or without limits below and
  /// above.
  case classed(MathNode, AtomClass, takesLimits: Bool)

  /// The dimensions of a phantom that take up space.
  enum Phantom: Sendable { case all, width, height }
}

/// A base with its scripts.
struct MathScripts: Sendable {
  var base: MathNode
  var below: MathNode?
  var above: MathNode?
  /// The setting of `\limits` or `\nolimits`; nil without either.
  var limits: Bool?
}

/// A fraction, or a binomial coefficient.
struct MathFraction: Sendable {
  /// The style set by `\dfrac` or `\tfrac`; nil without either.
  var isDisplay: Bool?
  /// False for a binomial coefficient, which has no line.
  var hasLine = true
  var numerator: MathNode
  var denominator: MathNode
}

/// An accent above or below a base.
struct MathAccent: Sendable {
  var mark: String
  var isBelow = false
  /// True when it is as wide as the base.
  var stretches = false
  /// True when scripts are placed beyond it, as on a brace.
  var takesLimits = false
}

/// A matrix, aligned equations, or cases.
struct MathTable: Sendable {
  /// The alignment of a column.
  enum Column: Sendable { case left, center, right }

  var rows: [[MathNode]] = []
  /// The columns' alignments. They are repeated when there are more columns.
  var columns: [Column]
  /// The indices of the columns, from 0, with a rule to their left.
  var ruled: Set<Int> = []
  /// The indices of the rows, from 0, with a line above them; the number of rows for a line below
  /// the last.
  var lined: Set<Int> = []
  /// True when the cells are in display style.
  var isDisplay = false
  /// True when columns form pairs without space between them.
  var isAligned = false
  /// True when there is no space between the pairs either.
  var isDense = false
  /// True when the first row is at the left and the last at the right.
  var isSpread = false
  var left = ""
  var right = ""
}
