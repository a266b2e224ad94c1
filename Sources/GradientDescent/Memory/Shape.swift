/// The lengths of an array's axes, outermost first: `[1000, 2]` has 1000 rows of 2. `[]` is a scalar.
///
/// At most four axes. They are kept in place, so that a shape costs no allocation.
public struct Shape: Hashable, Sendable {
  /// The most axes that a shape can have.
  public static let maximumRank = 4

  /// The number of axes.
  public private(set) var rank: Int
  private var lengths: SIMD4<Int>

  /// Makes a shape from the lengths of its axes.
  /// - Parameter lengths: at most four numbers, none negative; anything else is a fault
  public init(_ lengths: [Int]) {
    if lengths.count > Shape.maximumRank {
      fault("shape", "\(lengths.count) axes; an array has at most \(Shape.maximumRank)")
    }
    rank = lengths.count
    self.lengths = .one
    for (axis, length) in lengths.enumerated() {
      if length < 0 { fault("shape", "axis \(axis) has the negative length \(length)") }
      self.lengths[axis] = length
    }
    requireCount()
  }

  /// A scalar's shape.
  static var scalar: Shape {
    @inline(__always) get { Shape() }
  }

  @inline(__always)
  private init() {
    rank = 0
    lengths = SIMD4(1, 1, 1, 1)
  }

  /// One axis.
  @inline(__always)
  init(_ length: Int) {
    rank = 1
    lengths = SIMD4(length, 1, 1, 1)
  }

  /// Two axes.
  @inline(__always)
  init(_ rows: Int, _ columns: Int) {
    rank = 2
    lengths = SIMD4(rows, columns, 1, 1)
    if rows.multipliedReportingOverflow(by: columns).overflow { requireCount() }
  }

  /// The number of elements: the product of the lengths, 1 for a scalar.
  public var count: Int {
    @inline(__always) get { lengths[0] &* lengths[1] &* lengths[2] &* lengths[3] }
  }

  /// The length of the first axis; 1 for a scalar.
  var first: Int {
    @inline(__always) get { lengths[0] }
  }

  /// The length of the second axis; 1 when there is none.
  var second: Int {
    @inline(__always) get { lengths[1] }
  }

  /// The length of the last axis; 1 for a scalar.
  var last: Int {
    @inline(__always) get { rank == 0 ? 1 : lengths[rank &- 1] }
  }

  /// The length of one axis.
  /// - Parameter axis: 0 to `rank - 1`; negative ones count from the end
  public subscript(axis: Int) -> Int {
    get { lengths[resolve(axis, in: "shape")] }
    set {
      let place = resolve(axis, in: "shape")
      if newValue < 0 { fault("shape", "axis \(axis) has the negative length \(newValue)") }
      lengths[place] = newValue
      requireCount()
    }
  }

  /// The lengths as an array.
  public var array: [Int] { (0..<rank).map { lengths[$0] } }

  /// The place of an axis from 0, where negative numbers count from the end; a fault of `operation`
  /// when there is no such axis.
  func resolve(_ axis: Int, in operation: String) -> Int {
    let index = axis < 0 ? axis + rank : axis
    if index < 0 || index >= rank { fault(operation, "the shape \(self) has no axis \(axis)") }
    return index
  }

  /// Splits the elements around some neighbouring axes: `outer` blocks of `length` rows of `inner`.
  func split(around axes: Range<Int>) -> (outer: Int, length: Int, inner: Int) {
    var sizes = (outer: 1, length: 1, inner: 1)
    for axis in 0..<rank {
      if axis < axes.lowerBound {
        sizes.outer *= lengths[axis]
      } else if axis < axes.upperBound {
        sizes.length *= lengths[axis]
      } else {
        sizes.inner *= lengths[axis]
      }
    }
    return sizes
  }

  /// The shape without its first axis.
  var dropFirst: Shape {
    var shape = self
    shape.lengths = SIMD4(lengths[1], lengths[2], lengths[3], 1)
    shape.rank = max(rank - 1, 0)
    return shape
  }

  /// The shape with its first axis replaced.
  @inline(__always)
  func replacingFirst(with length: Int) -> Shape {
    var shape = self
    shape.lengths[0] = length
    if length > self.lengths[0] { shape.requireCount() }
    return shape
  }

  /// The lengths right-aligned in four places, missing ones filled with 1: how broadcasting sees it.
  var aligned: SIMD4<Int> {
    switch rank {
    case 0: .one
    case 1: SIMD4(1, 1, 1, lengths[0])
    case 2: SIMD4(1, 1, lengths[0], lengths[1])
    case 3: SIMD4(1, lengths[0], lengths[1], lengths[2])
    default: lengths
    }
  }

  /// The shape of an elementwise operation of two arrays, by NumPy's rule: axes are aligned at the
  /// right, and lengths must agree or be 1. Nil when they do not.
  func broadcast(with other: Shape) -> Shape? {
    let (a, b) = (aligned, other.aligned)
    var result = Shape()
    result.rank = max(rank, other.rank)
    for axis in 0..<result.rank {
      let place = Shape.maximumRank - result.rank + axis
      guard a[place] == b[place] || a[place] == 1 || b[place] == 1 else { return nil }
      result.lengths[axis] = a[place] == 1 ? b[place] : a[place]
    }
    result.requireCount()
    return result
  }
}

extension Shape: ExpressibleByArrayLiteral {
  /// `[1000, 2]`.
  public init(arrayLiteral elements: Int...) { self.init(elements) }
}

extension Shape: CustomStringConvertible {
  /// `[1000, 2]`.
  public var description: String { Shape.text(array) }

  /// Whole numbers as a shape is written.
  static func text(_ numbers: [Int]) -> String {
    var text = "["
    for (place, number) in numbers.enumerated() {
      if place > 0 { text += ", " }
      text += "\(number)"
    }
    return text + "]"
  }
}
