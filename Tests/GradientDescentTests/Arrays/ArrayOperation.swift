import Testing

@testable import GradientDescent

/// An operation under a name, with the arrays that it can be tried on. Each row of the table is tried
/// on random shapes against finite differences, in both types, and against the values and gradients
/// that `Golden/arrays.py` has recorded under the same name.
struct ArrayOperation: CustomTestStringConvertible, Sendable {
  /// Shapes to try it on.
  enum Inputs {
    /// One array with at least so many axes, some of them empty or not.
    case one(axes: Int, mayBeEmpty: Bool)
    /// So many arrays that broadcast together.
    case together(Int)
    /// One array of each of these shapes, in turn.
    case oneOf([[Int]])
    /// Arrays of these shapes.
    case all([[Int]])
  }

  let name: String
  let inputs: Inputs
  let isPositive: Bool
  let value: @Sendable ([NDArray]) -> NDArray
  var testDescription: String { name }

  init(
    _ name: String, _ inputs: Inputs = .one(axes: 0, mayBeEmpty: true), positive: Bool = false,
    _ value: @escaping @Sendable ([NDArray]) -> NDArray
  ) {
    self.name = name
    self.inputs = inputs
    isPositive = positive
    self.value = value
  }

  static let axis = Inputs.one(axes: 1, mayBeEmpty: true)
  static let filled = Inputs.one(axes: 0, mayBeEmpty: false)
  static let filledAxis = Inputs.one(axes: 1, mayBeEmpty: false)
  static let pair = Inputs.together(2)

  static let all = elementwise + reductions + layouts

  static let elementwise = [
    ArrayOperation("-") { -$0[0] },
    ArrayOperation("exp") { $0[0].exp() },
    ArrayOperation("expm1") { $0[0].expm1() },
    ArrayOperation("log", positive: true) { $0[0].log() },
    ArrayOperation("log1p", positive: true) { $0[0].log1p() },
    ArrayOperation("sin") { $0[0].sin() },
    ArrayOperation("cos") { $0[0].cos() },
    ArrayOperation("tanh") { $0[0].tanh() },
    ArrayOperation("sigmoid") { $0[0].sigmoid() },
    ArrayOperation("erf") { $0[0].erf() },
    ArrayOperation("relu") { $0[0].relu() },
    ArrayOperation("abs") { $0[0].abs() },
    ArrayOperation("sign") { $0[0].sign() },
    ArrayOperation("square") { $0[0].square() },
    ArrayOperation("squareRoot", positive: true) { $0[0].squareRoot() },
    ArrayOperation("pow 0") { $0[0].pow(0) },
    ArrayOperation("pow 2") { $0[0].pow(2) },
    ArrayOperation("pow 3") { $0[0].pow(3) },
    ArrayOperation("pow -1") { $0[0].pow(-1) },
    ArrayOperation("pow 0.5", positive: true) { $0[0].pow(0.5) },
    ArrayOperation("clip") { $0[0].clip(-0.875, 1.25) },
    ArrayOperation("maximum 1") { .maximum($0[0], 1) },
    ArrayOperation("minimum 1") { .minimum($0[0], 1) },
    ArrayOperation("with numbers") { 2 * $0[0] - 1 / $0[0] + 3 - $0[0] / 4 },
    ArrayOperation("softmax", axis) { $0[0].softmax() },
    ArrayOperation("logSoftmax", axis) { $0[0].logSoftmax() },
    ArrayOperation("exp2") { $0[0].exp2() },
    ArrayOperation("log2", positive: true) { $0[0].log2() },
    ArrayOperation("log10", positive: true) { $0[0].log10() },
    ArrayOperation("tan of a quarter") { ($0[0] * 0.25).tan() },
    ArrayOperation("softplus") { $0[0].softplus() },
    ArrayOperation("floor") { $0[0].floor() },
    ArrayOperation("ceil") { $0[0].ceil() },
    ArrayOperation("round") { $0[0].round() },
    ArrayOperation("clamp") { $0[0].clamp(min: -0.875) },
    ArrayOperation("with whole numbers") { x in
      let (two, three) = (2, 3)
      return two * x[0] - 1 / x[0] + three - x[0] / three
    },
    ArrayOperation("softmax, first axis", axis) { $0[0].softmax(axis: 0) },
    ArrayOperation("logSoftmax, first axis", axis) { logSoftmax($0[0], 0) },
    ArrayOperation("+", pair) { $0[0] + $0[1] },
    ArrayOperation("-, two", pair) { $0[0] - $0[1] },
    ArrayOperation("*", pair) { $0[0] * $0[1] },
    ArrayOperation("/", pair) { $0[0] / $0[1] },
    ArrayOperation("pow", pair, positive: true) { $0[0].pow($0[1]) },
    ArrayOperation("maximum", pair) { .maximum($0[0], $0[1]) },
    ArrayOperation("minimum", pair) { .minimum($0[0], $0[1]) },
    ArrayOperation("assignments", .all([[2, 3], [3], [2, 1]])) { x in
      var y = x[0]
      y += x[1]
      y *= x[2]
      y -= 2
      y /= x[0]
      return y
    },
    ArrayOperation("where", .together(3)) { .where($0[2] .> 0, $0[0], $0[1]) },
  ]

  static let reductions = [
    ArrayOperation("sum") { $0[0].sum() },
    ArrayOperation("sum, first axis", axis) { $0[0].sum(axis: 0) },
    ArrayOperation("sum, last axis kept", axis) { $0[0].sum(axis: -1, keepDimensions: true) },
    ArrayOperation("sum, outer axes", .oneOf([[2, 3, 4], [2, 0, 3]])) { $0[0].sum(axes: [0, 2]) },
    ArrayOperation("mean", filled) { $0[0].mean() },
    ArrayOperation("mean, first axis", filledAxis) { $0[0].mean(axis: 0) },
    ArrayOperation("mean, all axes kept", filled) { $0[0].mean(axes: nil, keepDimensions: true) },
    ArrayOperation("max", filled) { $0[0].max() },
    ArrayOperation("max, first axis", filledAxis) { $0[0].max(axis: 0) },
    ArrayOperation("max, outer axes kept", .oneOf([[2, 3, 4], [5, 1, 2]])) {
      $0[0].max(axes: [2, 0], keepDimensions: true)
    },
    ArrayOperation("min, last axis", filledAxis) { $0[0].min(axis: -1) },
    ArrayOperation("variance", .oneOf([[7], [2, 3], [4, 5, 2], [40]])) { $0[0].variance() },
    ArrayOperation("variance, first axis", .oneOf([[7, 2], [40, 3], [3, 1, 2]])) {
      $0[0].variance(axis: 0, correction: 0)
    },
    ArrayOperation("std", .oneOf([[7], [2, 3], [4, 5, 2], [40]])) { $0[0].std() },
    ArrayOperation("std, first axis", .oneOf([[7, 2], [40, 3], [3, 1, 2]])) {
      $0[0].std(axis: 0, correction: 0)
    },
    ArrayOperation("prod", .oneOf([[7], [2, 3], [], [2, 2, 2]])) { $0[0].prod() },
    ArrayOperation("prod, first axis", .oneOf([[7, 2], [3, 1, 2], [0, 2]])) {
      $0[0].prod(axis: 0)
    },
    ArrayOperation("norm 1", filled) { $0[0].norm(1) },
    ArrayOperation("norm 3, first axis", filledAxis) { $0[0].norm(3, axis: 0) },
    ArrayOperation("norm of infinity", filled) { $0[0].norm(.infinity) },
    ArrayOperation("norm of -infinity, last axis", filledAxis) { $0[0].norm(-.infinity, axis: -1) },
    ArrayOperation("norm 0", filled) { $0[0].norm(0) },
    ArrayOperation("norm", filled) { $0[0].norm() },
    ArrayOperation("norm, first axis", filledAxis) { $0[0].norm(axis: 0) },
    ArrayOperation("logSumExp", filled) { $0[0].logSumExp() },
    ArrayOperation("logSumExp, last axis", filledAxis) { $0[0].logSumExp(axis: -1) },
    ArrayOperation("cumulativeSum, first axis", axis) { $0[0].cumulativeSum(axis: 0) },
    ArrayOperation("cumulativeSum, last axis", axis) { $0[0].cumulativeSum(axis: -1) },
  ]

  static let layouts = [
    ArrayOperation("reshaped, flat") { $0[0].flattened() },
    ArrayOperation("reshaped, open", .oneOf([[4, 3], [2, 3, 2]])) { $0[0].reshaped([3, -1]) },
    ArrayOperation("reshape", .oneOf([[4, 3], [2, 3, 2]])) { $0[0].reshape(-1, 2) },
    ArrayOperation("T") { $0[0].T },
    ArrayOperation("sorted", axis) { $0[0].sorted() },
    ArrayOperation("sorted, first axis, descending", axis) {
      $0[0].sorted(axis: 0, descending: true)
    },
    ArrayOperation("part 0", filledAxis) { $0[0][0] },
    ArrayOperation("parts 1..<2", .oneOf([[2, 3], [3], [4, 5, 2]])) { $0[0][1..<2] },
    ArrayOperation("part 0..., 1", .oneOf([[2, 3], [4, 5, 2]])) { $0[0][0..., 1] },
    ArrayOperation("part ..<2, 1...", .oneOf([[2, 3], [4, 5, 2]])) { $0[0][..<2, 1...] },
    ArrayOperation("part 1, ..., 1...", .oneOf([[2, 3, 4], [4, 5, 2]])) { $0[0][1, 0..., 1...] },
    ArrayOperation("row assigned", .all([[3, 4], [4]])) { replaced($0) { $0[1] = $1 } },
    ArrayOperation("number assigned", .all([[3, 4], []])) { x in
      replaced(x) { y, _ in y[1, 2] = 7 } + x[1]
    },
    ArrayOperation("column assigned", .all([[3, 4, 2], [3, 2]])) {
      replaced($0) { $0[0..., -1] = $1 }
    },
    ArrayOperation("block assigned", .all([[3, 4], [3]])) {
      replaced($0) { $0[1..., ..<3] = $1 }
    },
    ArrayOperation("inner block assigned", .all([[3, 4, 2], [2, 1, 1]])) {
      replaced($0) { $0[1..., 1...2, ..<1] = $1 }
    },
    ArrayOperation("columns assigned", .all([[3, 4], [3, 2]])) {
      replaced($0) { $0[columns: 1..<3] = $1 }
    },
    ArrayOperation("for rows", .oneOf([[3, 2], [1, 2, 2]])) { x in
      .stack(x[0].map { $0 * $0 })
    },
    ArrayOperation("dot", .all([[5], [5]])) { $0[0].dot($0[1]) },
    ArrayOperation("matmul, vector on the left", .all([[5], [5, 3]])) { $0[0].matmul($0[1]) },
    ArrayOperation("coordinate", .oneOf([[4]])) { $0[0].coordinate(2) },
    ArrayOperation("expandedDimensions", .oneOf([[3], [2, 3], [2, 0]])) {
      $0[0].expandedDimensions(axis: -1)
    },
    ArrayOperation("squeezed", .oneOf([[2, 1, 3], [1], [1, 4, 1]])) { $0[0].squeezed() },
    ArrayOperation("transposed") { $0[0].transposed() },
    ArrayOperation("transposed, three axes", .oneOf([[2, 3, 4], [1, 5, 2], [3, 0, 2]])) {
      $0[0].transposed([2, 0, -2])
    },
    ArrayOperation("broadcast", .oneOf([[3, 1], [], [1, 4], [2, 3, 4]])) {
      $0[0].broadcast(to: [2, 3, 4])
    },
    ArrayOperation("rows", filledAxis) { $0[0][rows: ($0[0].shape[0] / 2)...] },
    ArrayOperation("row", filledAxis) { $0[0][row: -1] },
    ArrayOperation("columns", .oneOf([[2, 3], [4, 5, 2]])) { $0[0][columns: 1...2] },
    ArrayOperation("column", .oneOf([[2, 3], [4, 5, 2]])) { $0[0][column: 1] },
    ArrayOperation("sliced", .oneOf([[2, 3, 4], [1, 1, 2]])) { $0[0].sliced(axis: -1, 1..<2) },
    ArrayOperation("take", filledAxis) { $0[0].take([0, $0[0].shape[0] - 1, 0]) },
    ArrayOperation("take, array", .oneOf([[5, 2], [2], [3, 2, 2]])) {
      $0[0].take(NDArray([1, 0, 1, 1], shape: [2, 2], dtype: $0[0].dtype))
    },
    ArrayOperation("pick", .oneOf([[4, 3], [2, 3, 4], [5], [3, 1]])) { $0[0].pick(places($0[0])) },
    ArrayOperation("concatenate", .all([[2, 3], [1, 3], [4, 3]])) { .concatenate($0) },
    ArrayOperation("concatenate, columns", .all([[2, 3], [2, 0], [2, 1]])) {
      .concatenate($0, axis: -1)
    },
    ArrayOperation("stack", .all([[2, 3], [2, 3], [2, 3]])) { .stack($0) },
    ArrayOperation("stack, last axis", .all([[2, 3], [2, 3]])) { .stack($0, axis: -1) },
    ArrayOperation("matmul", .all([[3, 20], [20, 4]])) { $0[0].matmul($0[1]) },
    ArrayOperation("matmul, vector", .all([[3, 5], [5]])) { $0[0].matmul($0[1]) },
  ]

  private static func logSoftmax(_ x: NDArray, _ axis: Int) -> NDArray { x.logSoftmax(axis: axis) }

  /// The first array after an assignment of the second one to a part of it.
  private static func replaced(
    _ x: [NDArray], _ assign: (inout NDArray, NDArray) -> Void
  ) -> NDArray {
    var y = x[0]
    assign(&y, x[1])
    return y * x[0]
  }

  /// 0, 1, 2 and so on, as far as the last axis goes, again and again: a place for each row.
  private static func places(_ x: NDArray) -> NDArray {
    let shape = Shape(Array(x.shape.array.dropLast()))
    return NDArray(
      (0..<shape.count).map { Double($0 % x.shape[-1]) }, shape: shape, dtype: x.dtype)
  }
}
