@testable import GradientDescent

/// Arrays of random shapes for an operation, the same for the same seed.
final class RandomInputs {
  private let operation: ArrayOperation
  private let random: RandomGenerator
  private var used = 0

  init(_ operation: ArrayOperation, seed: UInt64) {
    self.operation = operation
    random = RandomGenerator(seed: seed)
  }

  /// The next arrays to try; float64, none of their numbers within ½ of 0.
  func next() -> [NDArray] { shapes().map { array($0) } }

  private func shapes() -> [Shape] {
    switch operation.inputs {
    case .one(let axes, let mayBeEmpty): [shape(axes: axes, mayBeEmpty)]
    case .together(let count): broadcasting(count)
    case .oneOf(let shapes): [Shape(shapes[turn() % shapes.count])]
    case .all(let shapes): shapes.map { Shape($0) }
    }
  }

  private func turn() -> Int {
    used += 1
    return used - 1
  }

  private func shape(axes: Int, _ mayBeEmpty: Bool) -> Shape {
    let rank = axes + Int(random.below(UInt32(5 - axes)))
    var lengths: [Int] = []
    for _ in 0..<rank {
      let isLarge = lengths.reduce(1, *) > 12
      lengths.append(isLarge ? min(length(mayBeEmpty), 2) : length(mayBeEmpty))
    }
    return Shape(lengths)
  }

  /// 1, 2 or 3 mostly; sometimes longer than `Lanes` are wide, sometimes 0.
  private func length(_ mayBeEmpty: Bool) -> Int {
    switch random.below(20) {
    case 0: mayBeEmpty ? 0 : 2
    case 1: 35
    case 2, 3: 4
    case let other: 1 + Int(other % 3)
    }
  }

  /// Shapes that are all cut from one: leading axes left out, others set to 1.
  private func broadcasting(_ count: Int) -> [Shape] {
    let whole = shape(axes: 0, true).array
    return (0..<count).map { _ in
      let kept = whole.dropFirst(random.below(3) == 0 ? Int(random.below(4)) : 0)
      return Shape(kept.map { random.below(4) == 0 ? 1 : $0 })
    }
  }

  private func array(_ shape: Shape) -> NDArray {
    let values = random.normals(shape.count).map { normal in
      let distant = normal < 0 ? normal - 0.5 : normal + 0.5
      return operation.isPositive ? abs(distant) : distant
    }
    return NDArray(values, shape: shape, dtype: .float64)
  }
}
