/// The rules that trainers use or have used, as long as anybody can still use them.
///
/// A rule remembers steps of the parameters at each index. With another trainer it would go on with the
/// memory of other parameters, in silence: it has to be reset first.
enum OptimizerUse {
  nonisolated(unsafe) private static var rules: [AnyObject] = []

  /// Notes that a trainer uses a rule; a fault if one does already, or did.
  /// - Parameter operation: what the user called
  static func begin(_ rule: any Optimizer, _ operation: String) {
    // Nobody can use a rule any more that only this list still holds.
    for place in rules.indices.reversed() where isHeldHereOnly(place) { rules.remove(at: place) }
    if rules.contains(where: { $0 === rule }) {
      fault(
        operation,
        "\(rule.name) has been given to a trainer or a descent before, whose steps it remembers; make a "
          + "new one for each, or call reset() on it to start afresh")
    }
    rules.append(rule)
  }

  /// Returns true if nobody else holds the rule at a place.
  private static func isHeldHereOnly(_ place: Int) -> Bool {
    // Through a pointer: the optimizer copies what a subscript gives, and a copy holds the rule as well.
    rules.withUnsafeMutableBufferPointer { isKnownUniquelyReferenced(&$0[place]) }
  }

  /// Notes that a rule has forgotten everything.
  static func end(_ rule: any Optimizer) { rules.removeAll { $0 === rule } }
}
