/// The loops behind elementwise functions: each runs over neighbours in memory, so that the compiler
/// can put several into one register.
enum ElementwiseLoops {
  static func forward<F: UnaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ a: Node, _ result: Node
  ) {
    F.values(a.pointer(T.self), result.pointer(T.self), result.count)
  }

  static func backward<F: UnaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ result: Node
  ) {
    guard let a = result.inputs.0, let g = result.gradient, a.needsGradient else { return }
    let (x, z, dz) = (a.pointer(T.self), result.pointer(T.self), g.pointer(T.self))
    let (gradient, adds) = a.gradientShare()
    let dx = gradient.pointer(T.self)
    if adds {
      for i in 0..<result.count { dx[i] += F.gradient(x[i], z[i], dz[i]) }
    } else {
      for i in 0..<result.count { dx[i] = F.gradient(x[i], z[i], dz[i]) }
    }
  }

  static func forward<F: BinaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ a: Node, _ b: Node, _ result: Node
  ) {
    let (x, y, z) = (a.pointer(T.self), b.pointer(T.self), result.pointer(T.self))
    BroadcastWalk(a.shape, b.shape, result.shape).forEachRun { run in
      let (x, y, z) = (x + run.a, y + run.b, z + run.result)
      switch (run.aMoves, run.bMoves) {
      case (true, true):
        for i in 0..<run.count { z[i] = F.value(x[i], y[i]) }
      case (true, false):
        let value = y[0]
        for i in 0..<run.count { z[i] = F.value(x[i], value) }
      case (false, true):
        let value = x[0]
        for i in 0..<run.count { z[i] = F.value(value, y[i]) }
      case (false, false):
        z[0] = F.value(x[0], y[0])
      }
    }
  }

  static func backward<F: BinaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ result: Node
  ) {
    guard let a = result.inputs.0, let b = result.inputs.1, let g = result.gradient else { return }
    if a.needsGradient {
      slopes(of: a, beside: b, g, T.self) { F.gradients($0, $1, $2).0 }
    }
    if b.needsGradient {
      slopes(of: b, beside: a, g, T.self) { F.gradients($1, $0, $2).1 }
    }
  }

  /// Adds `slope(x, y, g)` to the gradient of x wherever it was used.
  @inline(__always)
  private static func slopes<T: Element>(
    of a: Node, beside b: Node, _ g: Node, _ type: T.Type, _ slope: (T, T, T) -> T
  ) {
    let (x, y, dz) = (a.pointer(T.self), b.pointer(T.self), g.pointer(T.self))
    let (gradient, adds) = a.gradientShare()
    let dx = gradient.pointer(T.self)
    if !adds { dx.update(repeating: 0, count: a.count) }
    BroadcastWalk(a.shape, b.shape, g.shape).forEachRun { run in
      let (x, y, dx, dz) = (x + run.a, y + run.b, dx + run.a, dz + run.result)
      switch (run.aMoves, run.bMoves) {
      case (true, true):
        for i in 0..<run.count { dx[i] += slope(x[i], y[i], dz[i]) }
      case (true, false):
        let value = y[0]
        for i in 0..<run.count { dx[i] += slope(x[i], value, dz[i]) }
      case (false, true):
        let value = x[0]
        for i in 0..<run.count { dx[0] += slope(value, y[i], dz[i]) }
      case (false, false):
        dx[0] += slope(x[0], y[0], dz[0])
      }
    }
  }
}
