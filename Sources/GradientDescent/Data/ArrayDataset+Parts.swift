extension ArrayDataset {
  /// Some of the examples, copied.
  /// - Parameter places: which ones, from 0; in this order, and as often as they are named
  public func subset(_ places: [Int]) -> ArrayDataset {
    for place in places where place < 0 || place >= count {
      fault("subset", "there is no example \(place) among \(count)")
    }
    var rows = BatchIterator(dataset: self, order: places, batchSize: places.count, count: 1)
    guard let (data, labels) = rows.next() else { return self }
    return ArrayDataset(data, labels)
  }

  /// Splits the examples at random into a training set and a test set.
  /// - Parameters:
  ///   - fraction: the share to test on, 0 to 1; rounded up to whole examples
  ///   - random: the generator that shuffles
  /// - Returns: both parts, each with at least one example
  public func split(
    testing fraction: Double, using random: inout some RandomSource
  ) -> (training: ArrayDataset, test: ArrayDataset) {
    if !(0...1).contains(fraction) {
      fault(
        "split",
        ["the fraction ", .number(fraction), " to test on; expected a number between 0 and 1"])
    }
    let testCount = Int((fraction * Double(count)).rounded(.up))
    if testCount == 0 || testCount == count {
      fault(
        "split",
        [
          .count(testCount), " of ", .count(count),
          " examples to test on; both parts need at least one",
        ])
    }
    let order = random.permutation(count)
    return (
      training: subset(Array(order.dropFirst(testCount))),
      test: subset(Array(order.prefix(testCount)))
    )
  }
}
