/// A fully connected layer: y = x · Wᵀ + b, through an activation where one is given.
///
/// The number of inputs is inferred at the first call, as in Gluon, or given.
/// - Shape: `[batch, inputs]` to `[batch, units]`
/// - Source: Gluon's `Dense`; PyTorch's `Linear`
public final class Dense: Layer {
  /// The number of outputs.
  public let units: Int
  /// W, of shape `[units, inputs]`.
  public let weight: Parameter
  /// b, of shape `[units]`; it starts at zero.
  public let bias: Parameter
  /// What the outputs pass through; nil for none.
  public let activation: Activation?

  /// Makes a layer.
  /// - Parameters:
  ///   - units: the number of outputs, at least 1
  ///   - inputs: the number of inputs, at least 1; nil infers it
  ///   - activation: what the outputs pass through, such as `.tanh`; nil for none
  public init(_ units: Int, inputs: Int? = nil, activation: Activation? = nil) {
    if units < 1 { fault("Dense", "\(units) units; at least 1 is needed") }
    if let inputs, inputs < 1 { fault("Dense", "\(inputs) inputs; at least 1 is needed") }
    self.units = units
    self.activation = activation
    weight = Parameter("weight", of: "Dense", shape: inputs.map { [units, $0] })
    bias = Parameter("bias", of: "Dense", shape: [units], initializer: .zero)
  }

  /// Makes a layer with the numbers in PyTorch's order: `Dense(2, 64)` has 2 inputs and 64 outputs.
  /// - Parameters:
  ///   - inputs: the number of inputs, at least 1
  ///   - units: the number of outputs, at least 1
  ///   - activation: what the outputs pass through, such as `.tanh`; nil for none
  public convenience init(_ inputs: Int, _ units: Int, activation: Activation? = nil) {
    self.init(units, inputs: inputs, activation: activation)
  }

  private init(copying other: Dense) {
    (units, activation) = (other.units, other.activation)
    (weight, bias) = (other.weight.copy(), other.bias.copy())
  }

  /// `Dense`, with its activation.
  public var name: String { activation.map { "Dense, " + $0.name } ?? "Dense" }

  /// W and b.
  public var parameters: [Parameter] { [weight, bias] }

  /// A layer with the same values of its own.
  public func copy() -> Dense { Dense(copying: self) }

  /// x · Wᵀ + b, through the activation.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let x = input.node
    if x.shape.rank != 2 {
      fault(
        "Dense",
        "an input of shape \(x.shape); expected [batch, inputs]"
          + (x.shape.rank > 2 ? ": put Flatten() before it" : ""))
    }
    let w = weight.values(Shape(units, x.shape.second))
    let b = bias.values(Shape(units))
    if w.shape.second != x.shape.second {
      fault("Dense", "an input of shape \(x.shape) for \(weight.label) of shape \(w.shape)")
    }
    if w.dtype != x.dtype {
      fault(
        "Dense",
        "a \(x.dtype) input for a \(w.dtype) weight; initialize with dtype: .\(x.dtype)")
    }
    let y = NDArray.operation(DenseProduct(), Shape(x.shape.first, units), x, w, b)
    return activation.map { $0(y) } ?? y
  }
}

/// PyTorch's name of `Dense`: `Linear(2, 64)`.
public typealias Linear = Dense

/// y = x · Wᵀ + b, for x `[rows, inputs]`, W `[units, inputs]`, b `[units]`.
///
/// Each element of y is b + x₀w₀ + x₁w₁ + … in this order, except for few units with many inputs: there
/// it is b + a sum by `Lanes`.
private struct DenseProduct: Operation {
  @inline(__always)
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, w, b) = inputs.three
    if w.isPlane {
      PlaneKernel.forward(T.self, x, w, b, result)
    } else {
      multiply(T.self, x, w, b, result)
    }
  }

  @inline(never)
  private func multiply<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ bias: Node, _ result: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (x, w, b) = (input.pointer(T.self), weight.pointer(T.self), bias.pointer(T.self))
    let y = result.pointer(T.self)
    if units >= Self.fewUnits {
      for row in 0..<rows { (y + row &* units).update(from: b, count: units) }
      MatrixProduct.run(
        Matrix(x, rows, inputs), Matrix(w, units, inputs).transposed,
        into: Matrix(y, rows, units), adds: true)
    } else {
      for row in 0..<rows {
        for unit in 0..<units {
          y[row * units + unit] = b[unit] + Lanes.dot(x + row * inputs, w + unit * inputs, inputs)
        }
      }
    }
  }

  /// With fewer units, matrix products would leave most of their registers empty.
  private static var fewUnits: Int { 16 }

  /// dW = dYᵀ · x, db = Σ dY over the rows, dx = dY · W
  @inline(__always)
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (input, weight, bias) = inputs.three
    if weight.needsGradient {
      if weight.isPlane {
        PlaneKernel.backward(T.self, input, weight, gradient)
      } else {
        addWeightGradient(T.self, input, weight, gradient)
      }
    }
    if bias.needsGradient {
      if bias.count == 1 {
        let sum = Lanes.sum(gradient.pointer(T.self), gradient.count)
        let (share, adds) = bias.gradientShare()
        share.pointer(T.self)[0] = adds ? share.pointer(T.self)[0] + sum : sum
      } else {
        addBiasGradient(T.self, bias, gradient)
      }
    }
    if input.needsGradient { addInputGradient(T.self, input, weight, gradient) }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (x, w, g) = (call.inputs[0], call.inputs[1], call.gradient)
    return [
      x.node.needsGradient ? g.matmul(w) : nil,
      w.node.needsGradient ? g.transposed().matmul(x) : nil,
      call.inputs[2].node.needsGradient ? g.sum(axis: 0) : nil,
    ]
  }

  @inline(never)
  private func addWeightGradient<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ gradient: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (share, adds) = weight.gradientShare()
    MatrixProduct.run(
      Matrix(gradient.pointer(T.self), rows, units).transposed,
      Matrix(input.pointer(T.self), rows, inputs),
      into: Matrix(share.pointer(T.self), units, inputs), adds: adds)
  }

  @inline(never)
  private func addBiasGradient<T: Element>(_ type: T.Type, _ bias: Node, _ gradient: Node) {
    let (rows, units, g) = (gradient.shape.first, gradient.shape.second, gradient.pointer(T.self))
    BufferPool.withBuffer(of: T.self, units) { sums in
      RowSums.run(rows, units, into: sums) { row, sums in
        Lanes.add(g + row * units, times: 1, to: sums, units)
      }
      bias.addToGradient { sums[$0] }
    }
  }

  @inline(never)
  private func addInputGradient<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ gradient: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (share, adds) = input.gradientShare()
    MatrixProduct.run(
      Matrix(gradient.pointer(T.self), rows, units), Matrix(weight.pointer(T.self), units, inputs),
      into: Matrix(share.pointer(T.self), rows, inputs), adds: adds)
  }
}

extension Node {
  /// True for the weight of one unit with two inputs: then the layer is a plane.
  @inline(__always)
  fileprivate var isPlane: Bool { shape.first == 1 && shape.second == 2 }
}
