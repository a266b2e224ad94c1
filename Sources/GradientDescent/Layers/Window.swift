/// A square window that slides over images, for convolutions and pooling.
struct Window {
  /// The name of the layer, for faults.
  let layer: String
  /// The length of the window's sides.
  let side: Int
  /// How far it moves at a time.
  let stride: Int
  /// The rows and columns of padding around the image.
  let padding: Int

  /// Makes a window; a fault for sizes that make no sense.
  init(_ layer: String, side: Int, stride: Int, padding: Int) {
    if side < 1 { fault(layer, "a window of \(side) by \(side); at least 1 by 1 is needed") }
    if stride < 1 { fault(layer, "the stride \(stride); at least 1 is needed") }
    if padding < 0 { fault(layer, "the padding \(padding); at least 0 is needed") }
    (self.layer, self.side, self.stride, self.padding) = (layer, side, stride, padding)
  }

  /// Makes a window for pooling: it moves by its own side unless told otherwise, and never lies in the
  /// padding alone.
  init(pooling layer: String, side: Int, stride: Int?, padding: Int) {
    self.init(layer, side: side, stride: stride ?? side, padding: padding)
    if padding > side / 2 {
      fault(layer, "the padding \(padding) for a window of \(side); expected at most half")
    }
  }

  /// The number of places, in rows and columns, at which the window looks at an image of a batch.
  /// - Parameter shape: `[batch, channels, height, width]`; anything else is a fault
  func results(of shape: Shape) -> (height: Int, width: Int) {
    if shape.rank != 4 {
      fault(layer, "an input of shape \(shape); expected [batch, channels, height, width]")
    }
    let (height, width) = (places(shape[2]), places(shape[3]))
    if height < 1 || width < 1 {
      fault(
        layer,
        "an input of shape \(shape) for a window of \(side) by \(side)"
          + (padding > 0 ? " with the padding \(padding)" : "") + "; the image is too small")
    }
    return (height, width)
  }

  private func places(_ length: Int) -> Int {
    let room = length + 2 * padding - side
    return room < 0 ? 0 : room / stride + 1
  }

  /// The places at which a number of the window lies within an axis of an image.
  /// - Parameters:
  ///   - length: the axis' length
  ///   - places: the number of places along it
  ///   - offset: the number's place in the window
  @inline(__always)
  func inside(_ length: Int, _ places: Int, from offset: Int) -> Range<Int> {
    let start = padding - offset
    let first = start <= 0 ? 0 : (start + stride - 1) / stride
    let last = length - 1 + start
    if last < 0 { return 0..<0 }
    let end = min(last / stride + 1, places)
    return first < end ? first..<end : 0..<0
  }
}
