/// Half the squared error: ½(p − y)², averaged over all axes but the batch's.
///
/// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`. Labels may leave out or
///   add axes of length 1 after the first, as in Gluon: predictions `[N, 1]` and labels `[N]` are
///   compared example by example and never broadcast to `[N, N]`. Any other mismatch is a fault.
/// - Source: Gluon's `L2Loss`; PyTorch's `MSELoss` leaves out the ½
public final class L2Loss: Loss {
  /// Makes the loss.
  public init() {}

  /// ½(p − y)², the mean of each example.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    L2Loss.halves("L2Loss", predictions, labels)
  }

  /// ½(p − y)², the mean of each example. `MSELoss` shares it: its loops are compiled once.
  /// - Parameter name: the loss's name in faults
  @inline(never)
  static func halves(_ name: String, _ predictions: NDArray, _ labels: NDArray) -> NDArray {
    let (p, y) = (predictions.node, labels.node)
    NDArray.requireSameType(name, predictions, labels)
    if !p.isPerExample(like: y) && p.shape != y.shape {
      fault(name, "predictions of shape \(p.shape) for labels of shape \(y.shape)")
    }
    if p.shape.rank == 0 { fault(name, "a scalar prediction; expected [batch, …]") }
    return NDArray.operation(HalfSquaredError(), Shape(p.shape.first), p, y)
  }
}

extension Node {
  /// Returns true if both arrays are one number per example: `[N]`, `[N, 1]` and so on, with the same N.
  @inline(__always)
  fileprivate func isPerExample(like other: Node) -> Bool {
    count == shape.first && other.count == count && other.shape.first == count
      && shape.rank > 0 && other.shape.rank > 0
  }
}

private struct HalfSquaredError: Operation {
  @inline(__always)
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let ((p, y), batch) = (inputs.two, result.count)
    let width = exampleWidth(p, batch)
    let (a, b, out) = (p.pointer(T.self), y.pointer(T.self), result.pointer(T.self))
    if width == 1 {
      // The mean over the batch is what is asked for next.
      let total = Lanes.sum(
        batch,
        ofHalves: {
          (
            .halfSquare(a + $0, b + $0, into: out + $0),
            .halfSquare(a + $0 + 16, b + $0 + 16, into: out + $0 + 16)
          )
        },
        rest: {
          let d = a[$0] - b[$0]
          out[$0] = d * d * 0.5
          return out[$0]
        })
      result.knownSum = Double(total)
      return
    }
    for i in 0..<batch {
      var sum: T = 0
      for j in i * width..<(i + 1) * width {
        let d = a[j] - b[j]
        sum += d * d
      }
      out[i] = sum * 0.5 / T(width)
    }
  }

  /// The numbers in one example; without a division in the usual case.
  @inline(__always)
  private func exampleWidth(_ p: Node, _ batch: Int) -> Int {
    p.count == batch ? 1 : p.count / max(batch, 1)
  }

  /// dp = (p − y)/width · g and dy = −dp
  @inline(__always)
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ g: Node) {
    let (p, y) = inputs.two
    if p.needsGradient { slope(p, y, g, T.self, of: p) }
    if y.needsGradient { slopeOfLabels(p, y, g, T.self) }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (p, y) = (call.inputs[0], call.inputs[1])
    let batch = call.gradient.count
    let g = call.gradient.reshaped(Shape(batch, 1))
    let table = Shape(batch, exampleWidth(p.node, batch))
    let slope = (p.reshaped(table) - y.reshaped(table)) * (g / Double(table[1]))
    return [slope.reshaped(p.shape), (-slope).reshaped(y.shape)]
  }

  /// Labels seldom want a gradient.
  @inline(never)
  private func slopeOfLabels<T: Element>(_ p: Node, _ y: Node, _ g: Node, _ type: T.Type) {
    slope(y, p, g, T.self, of: y)
  }

  @inline(__always)
  private func slope<T: Element>(
    _ p: Node, _ y: Node, _ g: Node, _ type: T.Type, of input: Node
  ) {
    let width = exampleWidth(p, g.count)
    let (a, b, dz) = (p.pointer(T.self), y.pointer(T.self), g.pointer(T.self))
    let (gradient, adds) = input.gradientShare()
    let d = gradient.pointer(T.self)
    if width == 1 && !adds {
      for i in 0..<g.count { d[i] = (a[i] - b[i]) * dz[i] }
    } else {
      wideSlope(a, b, dz, d, g.count, width, adds)
    }
  }

  @inline(never)
  private func wideSlope<T: Element>(
    _ a: UnsafePointer<T>, _ b: UnsafePointer<T>, _ dz: UnsafePointer<T>,
    _ d: UnsafeMutablePointer<T>, _ batch: Int, _ width: Int, _ adds: Bool
  ) {
    for i in 0..<batch {
      let factor = dz[i] / T(width)
      for j in i * width..<(i + 1) * width {
        let share = (a[j] - b[j]) * factor
        d[j] = adds ? d[j] + share : share
      }
    }
  }
}

extension SIMD16 where Scalar: Element {
  /// Writes ½(a − b)² and returns it.
  @inline(__always)
  fileprivate static func halfSquare(
    _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, into z: UnsafeMutablePointer<Scalar>
  ) -> SIMD16 {
    let d = loadAligned(a) - loadAligned(b)
    let half = d * d * 0.5
    half.store(z)
    return half
  }
}
