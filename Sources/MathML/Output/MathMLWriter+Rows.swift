/// Writes nodes beside each other, with the space between them.
extension MathMLWriter {
  private static let thin = "0.1667em"

  /// Writes the nodes of a row, without an element around them.
  /// - Parameters:
  ///   - followsOperand: true when the row's first operator has a left operand before the row
  ///   - precedesOperand: true when the row's last operator has a right operand behind the row
  mutating func writeRow(
    _ nodes: [MathNode], followsOperand: Bool = false, precedesOperand: Bool = false
  ) {
    let classes = effectiveClasses(
      of: nodes, followsOperand: followsOperand, precedesOperand: precedesOperand)
    // The last class before a node; space between the two is no node of its own.
    var last: AtomClass?
    for (index, node) in nodes.enumerated() {
      guard let own = classes[index] else {
        write(node)
        continue
      }
      let previous = index > 0 ? classes[index - 1] : nil
      let next = index + 1 < nodes.count ? classes[index + 1] : nil
      defer { last = own }
      if node.isNamedOperator, previous == .ordinary || previous == .closing || previous == .inner {
        writeSpace(Self.thin)
      } else if level == 0, let last, needsThinSpace(between: last, and: own) {
        writeSpace(Self.thin)
      }
      // The `{}` of `{}={}` is an operand, which an empty row would not be.
      if case .row(let parts) = node, parts.isEmpty {
        writeToken("mi", "", "")
        continue
      }
      let isClassed = writeClassedSpace(node)
      write(
        node,
        in: SymbolSetting(
          atomClass: own, isFirst: index == 0, followsRelation: previous == .relation,
          precedesRelation: next == .relation))
      if isClassed { _ = writeClassedSpace(node) }
      guard node.isNamedOperator, let next else { continue }
      switch next {
      case .opening: writeApplication()
      case .ordinary, .largeOperator, .inner:
        writeApplication()
        writeSpace(Self.thin)
      default: break
      }
    }
  }

  /// Returns whether a row in delimiters has space between itself and its neighbour that the
  /// neighbour does not bring itself.
  private func needsThinSpace(between left: AtomClass, and right: AtomClass) -> Bool {
    switch (left, right) {
    case (.inner, .ordinary), (.inner, .opening), (.inner, .punctuation), (.inner, .inner),
      (.ordinary, .inner), (.closing, .inner):
      true
    default: false
    }
  }

  /// Writes the space around a node that was made a relation or an operator; returns true when
  /// there is such space.
  private mutating func writeClassedSpace(_ node: MathNode) -> Bool {
    guard level == 0, case .classed(let inner, let atomClass, _) = node,
      inner.atomClass != atomClass
    else { return false }
    switch atomClass {
    case .relation: writeSpace("0.2778em")
    case .binary: writeSpace("0.2222em")
    default: return false
    }
    return true
  }

  /// Returns the classes of a row's nodes; nil for space. A binary operator that lacks an operand
  /// on one side becomes ordinary: the minus of `-x` is a sign.
  private func effectiveClasses(
    of nodes: [MathNode], followsOperand: Bool, precedesOperand: Bool
  ) -> [AtomClass?] {
    var classes = nodes.map(\.atomClass)
    var previous: AtomClass? = followsOperand ? .ordinary : nil
    var last: Int?
    for index in nodes.indices {
      guard let own = classes[index] else { continue }
      switch own {
      case .binary:
        switch previous {
        case nil, .binary, .largeOperator, .relation, .opening, .punctuation:
          classes[index] = .ordinary
        default: break
        }
      case .relation, .closing, .punctuation:
        if let last, classes[last] == .binary { classes[last] = .ordinary }
      default: break
      }
      previous = classes[index]
      last = index
    }
    if let last, classes[last] == .binary, !precedesOperand { classes[last] = .ordinary }
    return classes
  }
}

/// The context of a symbol in its row.
struct SymbolSetting {
  var atomClass: AtomClass
  var isFirst = false
  var followsRelation = false
  var precedesRelation = false
}

extension MathNode {
  /// The class of the node for the spacing; nil for space.
  var atomClass: AtomClass? {
    switch self {
    case .space: nil
    case .symbol(let symbol): symbol.atomClass
    case .function: .largeOperator
    case .scripts(let scripts): scripts.base.atomClass ?? .ordinary
    case .stack(let base, _, _): base.atomClass ?? .ordinary
    case .delimiter(_, _, let atomClass): atomClass
    case .classed(_, let atomClass, _): atomClass
    case .fenced, .dots: .inner
    case .table(let table): table.left.isEmpty && table.right.isEmpty ? .ordinary : .inner
    case .colored(let inner, _): inner.atomClass
    case .row(let nodes): nodes.count == 1 ? nodes[0].atomClass : .ordinary
    default: .ordinary
    }
  }

  /// True for a function's name, which needs space around it that MathML does not provide.
  var isNamedOperator: Bool {
    switch self {
    case .function, .classed(_, .largeOperator, _): true
    case .scripts(let scripts): scripts.base.isNamedOperator
    case .stack(let base, _, _): base.isNamedOperator
    default: false
    }
  }
}
