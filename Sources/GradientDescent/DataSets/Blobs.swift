extension ArrayDataset {
  /// Clouds of points in the plane, each around its own center: labels are the numbers of the
  /// clouds.
  ///
  /// Example i belongs to cloud i mod k, so that all clouds are equally large, or nearly.
  /// - Shape: data `[count, 2]`, labels `[count]`
  /// - Parameters:
  ///   - count: the number of examples, at least 1
  ///   - centers: one for each cloud, at least one
  ///   - noise: the standard deviation of a cloud along each axis, at least 0
  ///   - dtype: the type of data and labels
  ///   - random: the generator to draw from
  public static func blobs(
    _ count: Int, centers: [(Double, Double)] = [(-2, 0), (2, 0), (0, 3)], noise: Double = 0.7,
    dtype: DType = .float32, using random: inout some RandomSource
  ) -> ArrayDataset {
    requireExamples("blobs", count, noise: noise)
    if centers.isEmpty { fault("blobs", "no centers; at least one is needed") }
    return inPlane(count, classes: centers.count, noise: noise, dtype, random) { _, label in
      centers[label]
    }
  }

  /// Points in the plane with normal noise, their classes in turn.
  /// - Parameter place: where an example is without noise, given its number and its class
  static func inPlane(
    _ count: Int, classes: Int, noise: Double, _ dtype: DType, _ random: any RandomSource,
    place: (_ example: Int, _ label: Int) -> (Double, Double)
  ) -> ArrayDataset {
    var data: [Double] = []
    var labels: [Double] = []
    let offsets = random.normals(2 * count)
    for example in 0..<count {
      let label = example % classes
      let (x, y) = place(example, label)
      data += [x + noise * offsets[2 * example], y + noise * offsets[2 * example + 1]]
      labels.append(Double(label))
    }
    return ArrayDataset(
      NDArray(data, shape: [count, 2], dtype: dtype), NDArray(labels, dtype: dtype))
  }
}
