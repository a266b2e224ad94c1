/// A convolution of images: each output channel is a bias and the sum, over the input channels, of the
/// image seen through a window that slides over it:
/// yₒ(i, j) = bₒ + Σ_c Σ_{u, v} Wₒ꜀(u, v) · x꜀(s·i + u − p, s·j + v − p), with zeros outside of the image.
///
/// The number of input channels is inferred at the first call, as in Gluon.
/// - Shape: `[batch, inputs, height, width]` to `[batch, channels, height′, width′]` with
///   height′ = ⌊(height + 2p − k)/s⌋ + 1, and likewise the width
/// - Source: Gluon's `Conv2D`, PyTorch's `Conv2d`; a cross-correlation, as in both
public final class Conv2D: Layer {
  /// The number of output channels.
  public let channels: Int
  /// W, of shape `[channels, inputs, k, k]`.
  public let weight: Parameter
  /// b, of shape `[channels]`; it starts at zero.
  public let bias: Parameter
  /// What the outputs pass through; nil for none.
  public let activation: Activation?
  /// The windows and how they slide.
  private let window: Window

  /// Makes a layer.
  /// - Parameters:
  ///   - channels: the number of output channels, at least 1
  ///   - kernel: k, the side of the window, at least 1
  ///   - stride: s, how far the window moves at a time, at least 1
  ///   - padding: p, the rows and columns of zeros around the image, at least 0
  ///   - inputs: the number of input channels, at least 1; nil infers it
  ///   - activation: what the outputs pass through, such as `.relu`; nil for none
  public init(
    _ channels: Int, kernel: Int, stride: Int = 1, padding: Int = 0, inputs: Int? = nil,
    activation: Activation? = nil
  ) {
    if channels < 1 { fault("Conv2D", "\(channels) channels; at least 1 is needed") }
    if let inputs, inputs < 1 { fault("Conv2D", "\(inputs) input channels; at least 1 is needed") }
    window = Window("Conv2D", side: kernel, stride: stride, padding: padding)
    self.channels = channels
    self.activation = activation
    weight = Parameter(
      "weight", of: "Conv2D", shape: inputs.map { [channels, $0, kernel, kernel] })
    bias = Parameter("bias", of: "Conv2D", shape: [channels], initializer: .zero)
  }

  private init(copying other: Conv2D) {
    (channels, activation, window) = (other.channels, other.activation, other.window)
    (weight, bias) = (other.weight.copy(), other.bias.copy())
  }

  /// `Conv2D`, with its activation.
  public var name: String { activation.map { "Conv2D, " + $0.name } ?? "Conv2D" }

  /// W and b.
  public var parameters: [Parameter] { [weight, bias] }

  /// A layer with the same values of its own.
  public func copy() -> Conv2D { Conv2D(copying: self) }

  /// The convolution, through the activation.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let x = input.node
    let (height, width) = window.results(of: x.shape)
    let w = weight.values([channels, x.shape.second, window.side, window.side])
    let b = bias.values(Shape(channels))
    if w.shape.second != x.shape.second {
      fault("Conv2D", "an input of shape \(x.shape) for \(weight.label) of shape \(w.shape)")
    }
    if w.dtype != x.dtype {
      fault(
        "Conv2D",
        "a \(x.dtype) input for a \(w.dtype) weight; initialize with dtype: .\(x.dtype)")
    }
    let shape: Shape = [x.shape.first, channels, height, width]
    let y = NDArray.operation(Convolution(window: window), shape, x, w, b)
    return activation.map { $0(y) } ?? y
  }
}

/// The convolution as one matrix product for each image: the columns of a matrix C are what the window
/// sees at each place, so that Y = W·C + b.
private struct Convolution: Operation {
  let window: Window

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (input, weight, bias) = inputs.three
    let (x, b, y) = (input.pointer(T.self), bias.pointer(T.self), result.pointer(T.self))
    let images = Images(window, input.shape, result.shape)
    let w = Matrix(weight.pointer(T.self), images.channels, images.seen)
    BufferPool.withBuffer(of: T.self, images.seen * images.places) { seen in
      let columns = Matrix(seen, images.seen, images.places)
      for image in 0..<images.count {
        images.look(x + image * images.size, seen)
        let out = y + image * images.channels * images.places
        for channel in 0..<images.channels {
          (out + channel * images.places).update(repeating: b[channel], count: images.places)
        }
        MatrixProduct.run(
          w, columns, into: Matrix(out, images.channels, images.places), adds: true)
      }
    }
  }

  /// dW = Σ dY·Cᵀ and db = Σ dY over the images; dC = Wᵀ·dY goes back to where each number was seen
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (input, weight, bias) = inputs.three
    let (x, g) = (input.pointer(T.self), gradient.pointer(T.self))
    let images = Images(window, input.shape, result.shape)
    let w = Matrix(weight.pointer(T.self), images.channels, images.seen)
    let (dw, db) = (weight.gradientToAddTo(T.self), bias.gradientToAddTo(T.self))
    let dx = input.gradientToAddTo(T.self)
    BufferPool.withBuffer(of: T.self, images.seen * images.places) { seen in
      let columns = Matrix(seen, images.seen, images.places)
      for image in 0..<images.count {
        let dy = UnsafeMutablePointer(mutating: g + image * images.channels * images.places)
        let out = Matrix(dy, images.channels, images.places)
        if let dw {
          images.look(x + image * images.size, seen)
          MatrixProduct.run(
            out, columns.transposed, into: Matrix(dw, images.channels, images.seen), adds: true)
        }
        if let db {
          for channel in 0..<images.channels {
            db[channel] += Lanes.sum(dy + channel * images.places, images.places)
          }
        }
        if let dx {
          MatrixProduct.run(w.transposed, out, into: columns, adds: false)
          images.putBack(seen, dx + image * images.size)
        }
      }
    }
  }
}

extension Convolution {
  /// The same with all images side by side in one matrix C.
  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (x, w, g) = (call.inputs[0], call.inputs[1], call.gradient)
    let images = Images(window, x.shape, g.shape)
    let seen = images.placesSeen
    let width = images.count * images.places
    let dy = g.transposed([1, 0, 2, 3]).reshaped(Shape(images.channels, width))
    // Whatever lies outside of the images is seen behind their last number.
    let padded = NDArray.concatenate([x.flattened(), .zeros(Shape(1), dtype: x.dtype)])
    let columns = padded.take(seen).reshaped(Shape(images.seen, width))
    let dColumns = w.reshaped(Shape(images.channels, images.seen)).transposed().matmul(dy)
    let dx = dColumns.scattered(to: seen, width: 1, Shape(x.count + 1))
    return [
      dx.take(Array(0..<x.count)).reshaped(x.shape),
      dy.matmul(columns.transposed()).reshaped(w.shape), dy.sum(axis: 1),
    ]
  }
}

/// The sizes of a batch of images, before and after a convolution.
private struct Images {
  let window: Window
  /// The number of images, and of output channels.
  let count, channels: Int
  /// The numbers in one image.
  let size: Int
  /// The numbers that the window sees at a place, and the number of places.
  let seen, places: Int
  private let inputs, height, width, rows, columns: Int

  init(_ window: Window, _ input: Shape, _ output: Shape) {
    self.window = window
    (count, channels) = (output[0], output[1])
    (inputs, height, width) = (input[1], input[2], input[3])
    (rows, columns) = (output[2], output[3])
    size = inputs * height * width
    seen = inputs * window.side * window.side
    places = rows * columns
  }

  /// Writes what the window sees of an image: a row for each of its numbers, a column for each place.
  func look<T: Element>(_ image: UnsafePointer<T>, _ seen: UnsafeMutablePointer<T>) {
    forEachRow { row, source, range, first in
      let target = seen + row
      target.update(repeating: 0, count: columns)
      for column in range { target[column] = image[source + first + column * window.stride] }
    }
  }

  /// Adds what `look` would see to where it stands in an image.
  func putBack<T: Element>(_ seen: UnsafePointer<T>, _ image: UnsafeMutablePointer<T>) {
    forEachRow { row, target, range, first in
      for column in range { image[target + first + column * window.stride] += seen[row + column] }
    }
  }

  /// The place among all numbers of what the window sees: a row for each of its numbers, a column for
  /// each place of each image. What lies outside of an image has the place after the last number.
  var placesSeen: [Int] {
    var result = [Int](repeating: count * size, count: seen * count * places)
    for image in 0..<count {
      forEachRow { row, line, range, first in
        let start = row / places * count * places + image * places + row % places
        for column in range {
          result[start + column] = image * size + line + first + column * window.stride
        }
      }
    }
    return result
  }

  /// Calls `body` for each number of the window and each row of places: with where that row begins in the
  /// matrix, where its line of the image begins, the places that lie within the image, and the distance
  /// of place 0 from the line's beginning.
  @inline(__always)
  private func forEachRow(
    _ body: (_ row: Int, _ line: Int, _ range: Range<Int>, _ first: Int) -> Void
  ) {
    var row = 0
    for channel in 0..<inputs {
      for u in 0..<window.side {
        for v in 0..<window.side {
          let range = window.inside(width, columns, from: v)
          for place in 0..<rows {
            let line = place * window.stride + u - window.padding
            let isInside = line >= 0 && line < height
            body(
              row, (channel * height + (isInside ? line : 0)) * width, isInside ? range : 0..<0,
              v - window.padding)
            row += columns
          }
        }
      }
    }
  }
}
