// Choosing from a list, evenly or by weights.
extension RandomSource {
  /// One of the elements, each equally likely.
  /// - Parameter elements: at least one
  public func choice<T>(of elements: [T]) -> T {
    if elements.isEmpty { fault("choice", "there is nothing to choose from") }
    return elements[integer(in: 0..<elements.count)]
  }

  /// Some of the elements, in the order in which they were drawn.
  /// - Parameters:
  ///   - count: how many, at least 0; without replacement at most the number of elements
  ///   - elements: what to choose from
  ///   - replacing: whether an element can be drawn again
  public func choices<T>(_ count: Int, of elements: [T], replacing: Bool = true) -> [T] {
    requireCount("choices", count)
    if replacing { return (0..<count).map { _ in choice(of: elements) } }
    if count > elements.count {
      fault(
        "choices", [.count(count), " of ", .count(elements.count), " elements without replacement"])
    }
    return permutation(elements.count).prefix(count).map { elements[$0] }
  }

  /// A place in a list of weights: i with the probability wᵢ/Σw.
  /// - Parameter weights: at least one above 0, none negative; they need not sum to 1
  public func categorical(_ weights: [Double]) -> Int { categoricals(1, weights)[0] }

  /// Places in a list of weights, each draw independent of the others: i with the probability
  /// wᵢ/Σw.
  /// - Parameters:
  ///   - count: how many, at least 0
  ///   - weights: at least one above 0, none negative; they need not sum to 1
  public func categoricals(_ count: Int, _ weights: [Double]) -> [Int] {
    requireCount("categoricals", count)
    let sums = CumulativeWeights(weights, "categorical")
    return (0..<count).map { _ in sums.place(of: uniform()) }
  }
}

/// The sums w₀, w₀ + w₁, …, to find the place that a uniform number falls on.
struct CumulativeWeights {
  private var sums: [Double] = []
  /// The last place of a weight above 0.
  private var last = 0

  init(_ weights: [Double], _ operation: String) {
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      if !(weight >= 0) || !weight.isFinite {
        fault(
          operation, "the weight \(weight) at place \(index); expected a finite number, at least 0")
      }
      if weight > 0 { last = index }
      sum += weight
      sums.append(sum)
    }
    if !(sum > 0) || !sum.isFinite {
      fault(operation, "\(weights.count) weights with the sum \(sum); expected a sum above 0")
    }
  }

  /// The first place whose sum is above u·Σw.
  /// - Parameter u: from [0, 1)
  func place(of u: Double) -> Int {
    let target = u * sums[last]
    var (low, high) = (0, last)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
