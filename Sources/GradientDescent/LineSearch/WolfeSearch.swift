/// One strong-Wolfe search under way.
struct WolfeSearch {
  /// A point on the line.
  struct Place {
    let step: Double
    let point: Evaluation
    /// The function's slope along the direction.
    let slope: Double
    var value: Double { point.value }
  }

  /// Two places with a wanted one between them; `low` has the smaller value.
  struct Bracket {
    var low: Place
    var high: Place
    /// True if `low` is a wanted place itself.
    var isDone = false

    /// Of two places, `a` is defined; `b` need not be.
    init(_ a: Place, _ b: Place) {
      (low, high) = b.point.isDefined && b.value < a.value ? (b, a) : (a, b)
    }

    init(found place: Place) { (low, high, isDone) = (place, place, true) }

    var smallest: Double { min(low.step, high.step) }
    var largest: Double { max(low.step, high.step) }
  }

  private let rule: StrongWolfe
  private let function: SmoothFunction
  private let direction: [Double]
  private let start: Place
  private let limit: Int
  private var count = 0

  init(
    _ rule: StrongWolfe, _ function: SmoothFunction, _ point: Evaluation, _ direction: [Double],
    _ limit: Int
  ) {
    self.rule = rule
    self.function = function
    self.direction = direction
    self.limit = limit
    start = Place(step: 0, point: point, slope: Vector.dot(point.gradient, direction))
  }

  private func place(_ step: Double) -> Place {
    let point = function.evaluate(start.point, step, direction)
    return Place(step: step, point: point, slope: Vector.dot(point.gradient, direction))
  }

  /// Returns true if the function has fallen too little at a place, or is not defined there.
  private func isTooHigh(_ place: Place) -> Bool {
    let bound = start.value + rule.sufficientDecrease * place.step * start.slope
    return !(place.point.isDefined && place.value <= bound)
  }

  private func isFlatEnough(_ place: Place) -> Bool {
    place.slope.magnitude <= -rule.curvature * start.slope
  }

  /// Lets the step grow until a wanted place lies behind it.
  mutating func bracket(from first: Double) -> Bracket {
    var before = start
    let (length, point) = function.evaluateDefined(start.point, first, direction)
    var now = Place(step: length, point: point, slope: Vector.dot(point.gradient, direction))
    while count < limit {
      if isTooHigh(now) || (count > 1 && !(now.value < before.value)) {
        return Bracket(before, now)
      }
      if isFlatEnough(now) { return Bracket(found: now) }
      if now.slope >= 0 { return Bracket(before, now) }
      let bounds = (now.step + 0.01 * (now.step - before.step), now.step * 10)
      let next = CubicInterpolation.minimum(before, now, bounds)
      before = now
      now = place(next)
      count += 1
    }
    return Bracket(start, now)
  }

  /// Closes in on a wanted place.
  mutating func zoom(_ bracket: Bracket) -> Place {
    var bracket = bracket
    var isSlow = false
    let size = Vector.largest(direction)
    while count < limit {
      if !((bracket.largest - bracket.smallest) * size >= rule.tolerance) { break }
      let now = place(nextStep(bracket, &isSlow))
      count += 1
      if isTooHigh(now) || !(now.value < bracket.low.value) {
        bracket = Bracket(bracket.low, now)
        continue
      }
      if isFlatEnough(now) { return now }
      if now.slope * (bracket.high.step - bracket.low.step) >= 0 { bracket.high = bracket.low }
      bracket.low = now
    }
    return bracket.low
  }

  /// The interpolated step; kept away from the bracket's ends when it comes close to them twice.
  private func nextStep(_ bracket: Bracket, _ isSlow: inout Bool) -> Double {
    let (left, right) = (bracket.smallest, bracket.largest)
    let step = CubicInterpolation.minimum(bracket.low, bracket.high, (left, right))
    let margin = 0.1 * (right - left)
    if !(min(right - step, step - left) < margin) {
      isSlow = false
      return step
    }
    if !isSlow && step < right && step > left {
      isSlow = true
      return step
    }
    isSlow = false
    return right - step < step - left ? right - margin : left + margin
  }
}

/// The minimum of the cubic through two places with their slopes.
enum CubicInterpolation {
  /// The minimum between two bounds; their middle if the cubic has none.
  /// - Source: Nocedal and Wright, Numerical optimization, 2nd edition, equation 3.59
  static func minimum(
    _ a: WolfeSearch.Place, _ b: WolfeSearch.Place, _ bounds: (Double, Double)
  ) -> Double {
    let (p, q) = a.step <= b.step ? (a, b) : (b, a)
    let d1 = p.slope + q.slope - 3 * (p.value - q.value) / (p.step - q.step)
    let square = d1 * d1 - p.slope * q.slope
    if !(square >= 0) { return (bounds.0 + bounds.1) / 2 }
    let d2 = square.squareRoot()
    let share = (q.slope + d2 - d1) / (q.slope - p.slope + 2 * d2)
    let step = q.step - (q.step - p.step) * share
    return step.isNaN ? (bounds.0 + bounds.1) / 2 : min(max(step, bounds.0), bounds.1)
  }
}
