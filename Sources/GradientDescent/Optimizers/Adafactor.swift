/// Adafactor: steps measured by the parameter's own size, with running squares that a matrix keeps only
/// for its rows and its columns.
///
///     r ← βᵣ + (1 − β)·(mean of g² over each row), c ← βc + (1 − β)·(mean over each column)
///     v = r·cᵀ/(mean of r), or v ← βv + (1 − β)g² for a vector         1 − β = t^(−0.8)
///     u = g/√v, u ← u/max(1, RMS(u)/d)
///     θ ← (1 − ηλ)θ − min(η, 1/√t)·max(ε₂, RMS(θ))·u
///
/// RMS is the root of the mean square; θ's is that before the decay. More than two axes are matrices of
/// the last two.
/// - Source: Shazeer and Stern, Adafactor: adaptive learning rates with sublinear memory cost, 2018, as
///   PyTorch has it
public final class Adafactor: Optimizer, InPlaceOptimizer {
  /// η, the largest relative length of a step.
  public var learningRate: Double
  /// The power of t at which new squares count less, −0.8 in the paper.
  public let squareDecay: Double
  /// ε₁, which keeps the squares away from 0, and ε₂, the smallest size of a parameter.
  public let epsilons: (Double?, Double)
  /// d, the largest RMS of a step before it is multiplied.
  public let threshold: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Adafactor", "weight decay", weightDecay) }
  }
  let memory = OptimizerMemory([0, 0]) { shape, place in Adafactor.shape(shape, place) }

  static var name: String { "Adafactor" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - squareDecay: the power of t at which new squares count less, at most 0
  ///   - epsilons: ε₁, at least 0, nil for the distance of 1 to the next number of the parameter's type;
  ///     and ε₂, at least 0
  ///   - threshold: d, at least 1
  ///   - weightDecay: λ, at least 0
  public init(
    learningRate: Double = 0.01, squareDecay: Double = -0.8,
    epsilons: (Double?, Double) = (nil, 1e-3), threshold: Double = 1, weightDecay: Double = 0
  ) {
    Settings.requireLearningRate("Adafactor", learningRate)
    Settings.requireNotNegative("Adafactor", "first epsilon", epsilons.0 ?? 0)
    Settings.requireNotNegative("Adafactor", "second epsilon", epsilons.1)
    Settings.requireNotNegative("Adafactor", "weight decay", weightDecay)
    if !(squareDecay <= 0) {
      fault("Adafactor", "the power \(squareDecay) of the squares' decay; expected at most 0")
    }
    if !(threshold >= 1) { fault("Adafactor", "the threshold \(threshold); expected at least 1") }
    self.learningRate = learningRate
    self.squareDecay = squareDecay
    self.epsilons = epsilons
    self.threshold = threshold
    self.weightDecay = weightDecay
  }

  /// One number for each row and for each column of a matrix; for a vector one for each element, and
  /// none.
  private static func shape(_ shape: Shape, _ place: Int) -> Shape {
    if shape.rank < 2 { return place == 0 ? shape : Shape(0) }
    return Shape(shape.count / max(shape[place == 0 ? -1 : -2], 1))
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, g) = (p.values, p.gradients)
    let size = larger(T(epsilons.1), rootMeanSquare(x, p.count))
    p.decay(by: learningRate * weightDecay)
    let share = T(pow(p.t, squareDecay))
    let least = epsilons.0.map { T($0) } ?? T.ulpOfOne
    BufferPool.withBuffer(of: T.self, p.count) { u in
      if p.shape.rank < 2 {
        let v = p.state(0)
        for i in 0..<p.count {
          v[i] += share * (g[i] * g[i] - v[i])
          u[i] = v[i]
        }
      } else {
        estimate(p, share, least, into: u)
      }
      for i in 0..<p.count { u[i] = g[i] / larger(u[i], least * least).squareRoot() }
      let excess = larger(1, rootMeanSquare(u, p.count) / T(threshold))
      let rate = T(min(learningRate, 1 / p.t.squareRoot())) * size / excess
      for i in 0..<p.count { x[i] -= rate * u[i] }
    }
  }

  /// v = r·cᵀ/(mean of r), matrix by matrix.
  private func estimate<T: Element>(
    _ p: ParameterStep<T>, _ share: T, _ least: T, into v: UnsafeMutablePointer<T>
  ) {
    let (rows, columns) = (p.shape[-2], p.shape[-1])
    for matrix in 0..<p.count / max(rows * columns, 1) {
      let (g, start) = (p.gradients + matrix * rows * columns, matrix * rows * columns)
      let (r, c) = (p.state(0) + matrix * rows, p.state(1) + matrix * columns)
      for i in 0..<rows {
        r[i] += share * (Lanes.dot(g + i * columns, g + i * columns, columns) / T(columns) - r[i])
      }
      for j in 0..<columns {
        var sum: T = 0
        for i in 0..<rows { sum += g[i * columns + j] * g[i * columns + j] }
        c[j] += share * (sum / T(rows) - c[j])
      }
      let mean = larger(Lanes.sum(r, rows) / T(rows), least)
      for i in 0..<rows {
        for j in 0..<columns { v[start + i * columns + j] = r[i] * c[j] / mean }
      }
    }
  }

  private func rootMeanSquare<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    (Lanes.dot(x, x, count) / T(max(count, 1))).squareRoot()
  }
}
