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
  /// Primes in a superscript, as one character where there is one.
  case prime(String)
  /// Three dots of a list, on the line or centred.
  case dots(String)
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
  /// A node that takes up other space than its own, or is not drawn.
  case padded(MathNode, MathPadding)
  /// A node in a box, or struck out.
  case enclosed(MathNode, MathEnclosure)
  /// A node in a colour of its own.
  case colored(MathNode, MathColor)
  /// A node in another size, in parts of the formula's.
  case resized(MathNode, Double)
  /// A node in display style or not, at a script level.
  case styled(MathNode, isDisplay: Bool, level: Int)
  /// A node with another class for the spacing; as an operator, with or without limits below and
  /// above.
  case classed(MathNode, AtomClass, takesLimits: Bool)
}

/// The dimensions of a node that take up space.
struct MathPadding: Sendable {
  /// The place of a node without width.
  enum Place: String, Sendable {
    case before = "llap"
    case centered = "clap"
    case after = "rlap"
  }

  /// False for space as large as the node.
  var isDrawn = true
  /// The place of the node when its width takes up no space; nil when it does.
  var lap: Place?
  var hasHeight = true
  var hasDepth = true
}

/// What is drawn around a node or across it, by the name that the stylesheet has for it.
enum MathEnclosure: String, Sendable {
  case box = "boxed"
  case upwardStroke = "cancel"
  case downwardStroke = "bcancel"
  case crossedStrokes = "xcancel"
  case horizontalStroke = "sout"
}

/// A base with its scripts.
struct MathScripts: Sendable {
  var base: MathNode
  var below: MathNode?
  var above: MathNode?
  /// The setting of `\limits` or `\nolimits`; nil without either.
  var limits: Bool?
}

/// A fraction, a binomial coefficient, or any two nodes one over the other.
struct MathFraction: Sendable {
  /// The style set by `\dfrac` or `\tfrac`; nil without either.
  var isDisplay: Bool?
  /// False for a binomial coefficient, which has no line.
  var hasLine = true
  var left = ""
  var right = ""
  var numerator = MathNode.row([])
  var denominator = MathNode.row([])
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

/// The mark of a formula or of one of its rows, by `\tag{…}`.
struct MathTag: Sendable {
  var words: MathNode
  /// True for `\tag*{…}`, which is shown without parentheses.
  var isBare: Bool
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
  /// The marks of rows, by the rows' indices from 0.
  var tags: [Int: MathTag] = [:]
  var left = ""
  var right = ""
}
