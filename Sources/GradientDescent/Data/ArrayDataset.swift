/// Examples held in two arrays: row i of the data belongs to row i of the labels.
public struct ArrayDataset {
  /// The examples, of shape `[count, …]`.
  public let data: NDArray
  /// Their labels, of shape `[count, …]`.
  public let labels: NDArray

  /// Joins data and labels.
  /// - Parameters:
  ///   - data: at least one axis
  ///   - labels: as many rows as `data`
  public init(_ data: NDArray, _ labels: NDArray) {
    if data.shape.rank == 0 || labels.shape.rank == 0 || data.shape[0] != labels.shape[0] {
      fault("ArrayDataset", "data of shape \(data.shape) and labels of shape \(labels.shape)")
    }
    self.data = data
    self.labels = labels
  }

  /// The number of examples.
  public var count: Int { data.shape[0] }
}
