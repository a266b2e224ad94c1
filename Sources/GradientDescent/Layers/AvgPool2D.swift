/// The mean of each window of an image: a smaller image, channel by channel.
///
/// - Shape: `[batch, channels, height, width]` to `[batch, channels, height′, width′]` with
///   height′ = ⌊(height + 2p − k)/s⌋ + 1, and likewise the width
/// - Source: Gluon's `AvgPool2D`, PyTorch's `AvgPool2d`; zeros of the padding count, as in both
public final class AvgPool2D: Layer {
  private let window: Window

  /// Makes the layer.
  /// - Parameters:
  ///   - side: k, the side of the window, at least 1
  ///   - stride: s, how far it moves at a time, at least 1; nil is the side
  ///   - padding: p, the rows and columns of zeros around the image, 0 to k/2
  public init(_ side: Int = 2, stride: Int? = nil, padding: Int = 0) {
    window = Window(pooling: "AvgPool2D", side: side, stride: stride, padding: padding)
  }

  /// `AvgPool2D`
  public var name: String { "AvgPool2D" }

  /// The mean of each window.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let (height, width) = window.results(of: input.shape)
    let shape: Shape = [input.shape[0], input.shape[1], height, width]
    return NDArray.operation(WindowMean(window: window), shape, input.node)
  }
}

/// The mean of each image, channel by channel: what remains of an image before the last layer.
///
/// - Shape: `[batch, channels, height, width]` to `[batch, channels]`
/// - Source: Lin, Chen and Yan, Network in network, 2013; Gluon's `GlobalAvgPool2D`, with `Flatten`
public final class GlobalAvgPool2D: Layer {
  /// Makes the layer.
  public init() {}

  /// `GlobalAvgPool2D`
  public var name: String { "GlobalAvgPool2D" }

  /// The mean of each image.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    if input.shape.rank != 4 {
      fault(
        "GlobalAvgPool2D",
        "an input of shape \(input.shape); expected [batch, channels, height, width]")
    }
    return input.mean(axes: [2, 3])
  }
}

private struct WindowMean: Operation {
  let window: Window

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, y) = (inputs.first.pointer(T.self), result.pointer(T.self))
    let size = T(window.side * window.side)
    window.forEachPlace(inputs.first.shape, result.shape) { place, rows, columns, width in
      var sum: T = 0
      for row in rows {
        for column in columns { sum += x[row * width + column] }
      }
      y[place] = sum / size
    }
  }

  /// Each number of a window has an equal share of its gradient.
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard let dx = inputs.first.gradientToAddTo(T.self) else { return }
    let g = gradient.pointer(T.self)
    let size = T(window.side * window.side)
    window.forEachPlace(inputs.first.shape, result.shape) { place, rows, columns, width in
      for row in rows {
        for column in columns { dx[row * width + column] += g[place] / size }
      }
    }
  }
  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (x, g) = (call.inputs[0], call.gradient)
    var sources: [Int] = []
    var targets: [Int] = []
    window.forEachPlace(x.shape, g.shape) { place, rows, columns, width in
      for row in rows {
        for column in columns {
          sources.append(place)
          targets.append(row * width + column)
        }
      }
    }
    let shares = g.flattened().take(sources) * (1 / Double(window.side * window.side))
    return [shares.scattered(to: targets, width: 1, x.shape)]
  }
}
