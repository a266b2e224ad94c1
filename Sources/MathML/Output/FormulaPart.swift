/// A part of a formula at the top level, with a place before it where a line may end.
///
/// Browsers break no line within a formula, so a formula that is to be broken is several of them
/// beside each other. Lines end before a relation in a display, after one within a text; at wide
/// space; and behind a comma that is in no parentheses.
/// - Source: D. E. Knuth, The TeXbook, chapter 18, "Line breaking" and "Displays"
public struct FormulaPart: Equatable, Sendable {
  /// A piece that is never broken.
  public struct Piece: Equatable, Sendable {
    /// A `math` element.
    public let markup: String
    /// The number of visible characters, for estimating the width.
    public let length: Int
  }

  /// The pieces; several where the part is long and has operators such as a plus: lines end there when
  /// even the part does not fit on one.
  public let pieces: [Piece]
  /// True when wide space is between the part before it and this one.
  public let followsSpace: Bool
}

/// Finds the places in a formula where a line may end.
struct FormulaDivision {
  /// The length from which on a part is broken at its operators.
  static let longPart = 16

  let isDisplay: Bool
  private var parts: [(nodes: [MathNode], followsSpace: Bool)] = []
  private var current: [MathNode] = []
  private var followsSpace = false
  /// The class of the last node that is no space.
  private var last: AtomClass?
  private var hasOperand = false
  private var depth = 0

  private init(isDisplay: Bool) { self.isDisplay = isDisplay }

  /// The parts of a formula's nodes.
  static func parts(of nodes: [MathNode], isDisplay: Bool) -> [FormulaPart] {
    if nodes.count == 1, case .row(let inner) = nodes[0], !inner.isEmpty {
      return parts(of: inner, isDisplay: isDisplay)
    }
    var division = FormulaDivision(isDisplay: isDisplay)
    for node in nodes { division.take(node) }
    division.endPart()
    return division.parts.map { nodes, followsSpace in
      let whole = piece(nodes, isDisplay: isDisplay)
      let groups = whole.length > longPart ? atOperators(nodes, isDisplay: isDisplay) : [nodes]
      let pieces =
        groups.count == 1
        ? [whole]
        : groups.enumerated().map { index, group in
          piece(
            group, isDisplay: isDisplay, followsOperand: index > 0,
            precedesOperand: index + 1 < groups.count)
        }
      return FormulaPart(pieces: pieces, followsSpace: followsSpace)
    }
  }

  private mutating func take(_ node: MathNode) {
    guard let own = node.atomClass else {
      let isWide = Self.isWide(node) && depth == 0 && hasOperand && last != .relation
      if isWide { endPart(followedBySpace: true) } else { current.append(node) }
      return
    }
    if depth == 0, hasOperand {
      let isEnd =
        switch (last, own) {
        case (.relation, .relation): false
        case (_, .relation): isDisplay
        case (.relation, _): !isDisplay
        case (.punctuation, _): true
        default: false
        }
      if isEnd { endPart() }
    }
    if own == .opening { depth += 1 }
    if own == .closing { depth = max(0, depth - 1) }
    hasOperand = hasOperand || own != .relation
    last = own
    current.append(node)
  }

  private mutating func endPart(followedBySpace: Bool = false) {
    if !current.isEmpty { parts.append((current, followsSpace)) }
    followsSpace = followedBySpace
    (current, last, hasOperand) = ([], nil, false)
  }

  /// The nodes between the binary operators at the top level, each with the operator before it in a
  /// display, and behind it within a text.
  private static func atOperators(_ nodes: [MathNode], isDisplay: Bool) -> [[MathNode]] {
    var groups: [[MathNode]] = [[]]
    var depth = 0
    var last: AtomClass?
    for node in nodes {
      let own = node.atomClass
      let isOperand = last == .ordinary || last == .closing || last == .inner
      let isEnd = isDisplay ? own == .binary && isOperand : last == .binary && own != nil
      if isEnd, depth == 0, groups.last?.contains(where: { $0.atomClass != nil }) ?? false {
        groups.append([])
      }
      if own == .opening { depth += 1 }
      if own == .closing { depth = max(0, depth - 1) }
      groups[groups.count - 1].append(node)
      // A sign is no operator.
      if let own { last = own == .binary && !isOperand ? .opening : own }
    }
    return groups
  }

  private static func piece(
    _ nodes: [MathNode], isDisplay: Bool, followsOperand: Bool = false,
    precedesOperand: Bool = false
  ) -> FormulaPart.Piece {
    var writer = MathMLWriter(isDisplay: isDisplay)
    writer.writePiece(nodes, followsOperand: followsOperand, precedesOperand: precedesOperand)
    return FormulaPart.Piece(
      markup: writer.markup, length: writer.visibleText.unicodeScalars.count)
  }

  /// Returns true for space as wide as that of `\quad`, or wider.
  private static func isWide(_ node: MathNode) -> Bool {
    guard case .space(let width) = node, let amount = Double(width.replacing("em", with: "")) else {
      return false
    }
    return amount >= 1
  }
}
