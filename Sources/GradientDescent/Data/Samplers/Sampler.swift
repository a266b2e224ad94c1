/// A rule for the examples of an epoch and their order.
///
/// A rule is a name, for messages, and a function that is asked anew for each epoch; each file in
/// this folder adds one as a static member, so that it is written
/// `sampler: .weighted(weights, using: random)`.
public struct Sampler {
  /// The rule's name.
  public let name: String
  /// The number of draws in an epoch; nil for as many as there are examples.
  let draws: Int?
  private let order: (_ count: Int) -> [Int]
  /// True if every place is known to be one of the dataset's.
  private let isTrusted: Bool

  /// Makes a rule of one's own.
  /// - Parameters:
  ///   - name: how messages call it
  ///   - draws: the number of draws in an epoch; nil for as many as there are examples
  ///   - order: given the number of examples, the places of an epoch's examples, from 0
  public init(_ name: String, draws: Int? = nil, order: @escaping (_ count: Int) -> [Int]) {
    self.init(name, draws: draws, isTrusted: false, order: order)
  }

  init(
    _ name: String, draws: Int? = nil, isTrusted: Bool, order: @escaping (_ count: Int) -> [Int]
  ) {
    if let draws, draws < 1 { fault(name, "\(draws) draws in an epoch; at least 1 is needed") }
    self.name = name
    self.draws = draws
    self.isTrusted = isTrusted
    self.order = order
  }

  /// The places of the next epoch's examples.
  /// - Parameter count: the number of examples
  public func places(_ count: Int) -> [Int] {
    let places = order(count)
    if isTrusted { return places }
    if places.count != draws ?? count {
      fault(name, "\(places.count) places for an epoch of \(draws ?? count)")
    }
    for place in places where place < 0 || place >= count {
      fault(name, "there is no example \(place) among \(count)")
    }
    return places
  }
}
