extension Sampler {
  /// Only some of the examples.
  /// - Parameters:
  ///   - places: which ones, from 0
  ///   - random: shuffles them for each epoch; nil keeps their order
  /// - Source: PyTorch's `SubsetRandomSampler`
  public static func subset(_ places: [Int], using random: (any RandomSource)? = nil) -> Sampler {
    Sampler("subset", draws: places.count) { _ in
      var order = places
      random?.shuffle(&order)
      return order
    }
  }
}
