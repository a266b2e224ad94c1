/// The largest number of each window of an image: a smaller image, channel by channel.
///
/// - Shape: `[batch, channels, height, width]` to `[batch, channels, height′, width′]` with
///   height′ = ⌊(height + 2p − k)/s⌋ + 1, and likewise the width
/// - Source: Gluon's `MaxPool2D`, PyTorch's `MaxPool2d`; nan is larger than any number, and of several
///   largest the first has the gradient
public final class MaxPool2D: Layer {
  private let window: Window

  /// Makes the layer.
  /// - Parameters:
  ///   - side: k, the side of the window, at least 1
  ///   - stride: s, how far it moves at a time, at least 1; nil is the side
  ///   - padding: p, the rows and columns around the image that are never the largest; 0 to k/2
  public init(_ side: Int = 2, stride: Int? = nil, padding: Int = 0) {
    window = Window(pooling: "MaxPool2D", side: side, stride: stride, padding: padding)
  }

  /// `MaxPool2D`
  public var name: String { "MaxPool2D" }

  /// The largest number of each window.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let (height, width) = window.results(of: input.shape)
    let shape: Shape = [input.shape[0], input.shape[1], height, width]
    return NDArray.operation(Largest(window: window), shape, input.node)
  }
}

private struct Largest: Operation {
  let window: Window

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, y) = (inputs.first.pointer(T.self), result.pointer(T.self))
    window.forEachPlace(inputs.first.shape, result.shape) { place, rows, columns, width in
      y[place] = x[largest(x, rows, columns, width)]
    }
  }

  /// The gradient of each window goes to its largest number.
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard let dx = inputs.first.gradientToAddTo(T.self) else { return }
    let (x, g) = (inputs.first.pointer(T.self), gradient.pointer(T.self))
    window.forEachPlace(inputs.first.shape, result.shape) { place, rows, columns, width in
      dx[largest(x, rows, columns, width)] += g[place]
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (x, g) = (call.inputs[0], call.gradient)
    var places: [Int] = []
    window.forEachPlace(x.shape, g.shape) { _, rows, columns, width in
      switch x.dtype {
      case .float32: places.append(largest(x.node.pointer(Float.self), rows, columns, width))
      case .float64: places.append(largest(x.node.pointer(Double.self), rows, columns, width))
      }
    }
    return [g.scattered(to: places, width: 1, x.shape)]
  }

  /// The place of the largest number of a window: the first of several, or the first nan.
  @inline(__always)
  private func largest<T: Element>(
    _ x: UnsafePointer<T>, _ rows: Range<Int>, _ columns: Range<Int>, _ width: Int
  ) -> Int {
    var best = rows.lowerBound * width + columns.lowerBound
    for row in rows {
      for place in row * width + columns.lowerBound..<row * width + columns.upperBound {
        if x[place] > x[best] || (x[place].isNaN && !x[best].isNaN) { best = place }
      }
    }
    return best
  }
}

extension Window {
  /// Calls `body` for each number of the result: with its place, the rows that its window has among all
  /// rows of all images, its columns, and the width of an image.
  @inline(__always)
  func forEachPlace(
    _ input: Shape, _ output: Shape,
    _ body: (_ place: Int, _ rows: Range<Int>, _ columns: Range<Int>, _ width: Int) -> Void
  ) {
    let (height, width) = (input[2], input[3])
    var place = 0
    for plane in 0..<output[0] * output[1] {
      for i in 0..<output[2] {
        let top = i * stride - padding
        let rows = plane * height + max(top, 0)..<plane * height + min(top + side, height)
        for j in 0..<output[3] {
          let left = j * stride - padding
          body(place, rows, max(left, 0)..<min(left + side, width), width)
          place += 1
        }
      }
    }
  }
}
