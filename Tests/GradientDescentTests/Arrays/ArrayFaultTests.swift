import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct ArrayFaultTests {
    /// What makes no sense, and what the message says about it.
    struct Nonsense: CustomTestStringConvertible, Sendable, Codable {
      let number: Int
      let message: String
      var testDescription: String { message }
    }

    static var twos: NDArray { .ones([2]) }

    /// An operation without a second gradient.
    struct SoftmaxOfMyOwn: GradientDescent.Operation {
      func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {}
      func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ g: Node) {}
    }

    /// Each row: the expected message, and what causes it.
    static let rows: [(String, @Sendable () -> NDArray)] = [
      ("maximum: the shapes [2, 3] and [2] do not", { .maximum(.ones([2, 3]), .ones([2])) }),
      ("pow: the shapes [2, 3] and [4] do not", { NDArray.ones([2, 3]).pow(.ones([4])) }),
      (".>: the shapes [2, 3] and [4] do not", { .ones([2, 3]) .> .ones([4]) }),
      (
        "where: the shapes [2, 3] and [4] do not",
        { .where(.ones([2, 3]), .ones([4]), .ones([4])) }
      ),
      (
        "where: the shapes [5] and [4] do not",
        { .where(.ones([4]), .ones([5]), .ones([4])) }
      ),
      (
        "/: a float32 array of shape [1] meets a float64 array of shape [2]",
        { .ones([1]) / .ones([2], dtype: .float64) }
      ),
      (
        "concatenate: a float32 array of shape [1] meets a float64",
        { .concatenate([.ones([1]), .ones([1], dtype: .float64)]) }
      ),
      (
        "pick: a float64 array of shape [2, 2] meets a float32",
        { NDArray.ones([2, 2], dtype: .float64).pick(.ones([2])) }
      ),
      (
        "shape: [1099511627776, 1099511627776] has more elements than fit in memory",
        { .zeros([1 << 40, 1 << 40]) }
      ),
      (
        "shape: [4294967296, 4294967296, 2] has more elements than fit in memory",
        { .ones([1 << 32, 1 << 32, 2]) }
      ),
      (
        "shape: [4611686018427387904, 4] has more elements than fit in memory",
        { NDArray.ones([4]).broadcast(to: [1 << 62, 4]) }
      ),
      (
        "shape: [0, 4611686018427387904, 4] has more elements than fit in memory",
        { .ones([0, 1 << 62, 4]) }
      ),
      (
        "shape: [281474976710656] has more elements than fit in memory",
        { .zeros([1 << 48]) }
      ),
      (
        "shape: [1125899906842624] has more elements than fit in memory",
        { .linspace(0, 1, 1 << 50) }
      ),
      (
        "shape: [281474976710656] has more elements than fit in memory",
        { .randn([1 << 48], seed: 1) }
      ),
      (
        "normals: -1 draws; at least 0 are needed",
        { NDArray(RandomGenerator(seed: 1).normals(-1)) }
      ),
      (
        "normals: -1 draws; at least 0 are needed",
        { NDArray(MXNetRandom(seed: 1).normals(-1)) }
      ),
      (
        "permutation: -3 draws; at least 0 are needed",
        { NDArray(RandomGenerator(seed: 1).permutation(-3)) }
      ),
      (
        "normals: 1125899906842624 draws do not fit in memory",
        { NDArray(RandomGenerator(seed: 1).normals(1 << 50)) }
      ),
      (
        "w -= rate * w.gradient!, which keeps it",
        {
          var w = twos
          w.attachGradient()
          for _ in 1...2 {
            record { w.square() }.backward()
            w = w - 0.1 * (w.gradient ?? w)
          }
          return w
        }
      ),
      (
        "+=: the shape [2] would become [3, 2]",
        {
          var w = twos
          w += .ones([3, 2])
          return w
        }
      ),
      (
        "backward: a gradient of shape [3] for an array of shape [2]",
        {
          var w = twos
          w.attachGradient()
          record { w * 2 }.backward(gradient: .ones([3]))
          return w
        }
      ),
      (
        "reshaped: the shape [2, 3] has 6 elements, which [4, -1] does not divide evenly",
        { NDArray.ones([2, 3]).reshaped([4, -1]) }
      ),
      (
        "shape: axis 1 has the negative length -1",
        { NDArray.ones([2, 3]).reshaped([-1, -1]) }
      ),
      ("subscript: 3 is outside of axis 0 of an array of shape [3]", { NDArray.ones([3])[3] }),
      ("subscript: -4 is outside of axis 0 of an array of shape [3]", { NDArray.ones([3])[-4] }),
      ("subscript: 1 indices for an array of shape []", { NDArray(1)[0] }),
      ("subscript: 2 indices for an array of shape [3]", { NDArray.ones([3])[0..., 0] }),
      (
        "subscript: 1 indices for an array of shape [2, 3]",
        {
          let number: Double = NDArray.ones([2, 3])[0]
          return NDArray(number)
        }
      ),
      (
        "subscript: an array of shape [2] for a part of shape [3]",
        {
          var x = NDArray.ones([2, 3])
          x[0] = twos
          return x
        }
      ),
      (
        "subscript: a float32 array of shape [2, 3] meets a float64",
        {
          var x = NDArray.ones([2, 3])
          x[0] = .ones([3], dtype: .float64)
          return x
        }
      ),
      ("slice: the places from 0 to -1 are outside", { NDArray.ones([3])[rows: ..<(-1)] }),
      (
        "for: a scalar has no rows to go over",
        {
          for row in NDArray(1) { return row }
          return twos
        }
      ),
      ("subscript: the places from 0 to -1 are outside", { NDArray.ones([3])[...(-1)] }),
      (
        "search: a direction of 1 numbers from a position of 2",
        {
          let f = SmoothFunction(of: { $0.square().sum() })
          _ = StrongWolfe().search(f, from: f.evaluate([3, 4]), along: [-3], first: 1)
          return twos
        }
      ),
      (
        "search: a direction of 3 numbers from a position of 1",
        {
          let f = SmoothFunction(of: { $0.square().sum() })
          _ = Backtracking().search(f, from: f.evaluate([3]), along: [-3, 7, 9], first: 1)
          return twos
        }
      ),
      ("sorted: the shape [] has no axis -1", { NDArray(1).sorted() }),
      ("argsort: the shape [2] has no axis 1", { twos.argsort(axis: 1) }),
      ("norm: p is nan", { twos.norm(.nan) }),
      ("prod: the shape [2] has no axis 1", { twos.prod(axis: 1) }),
      ("std: the shape [2] has no axis 1", { twos.std(axis: 1) }),
      ("dot: the shapes [2] and [3] do not fit", { twos.dot(.ones([3])) }),
      ("softmax: the shape [2] has no axis 1", { twos.softmax(axis: 1) }),
      (
        "NDArray: row 1 of matrix 0 has 1 numbers, the first has 2",
        { NDArray([[[1, 2], [3]]]) }
      ),
      ("NDArray: matrix 1 has 0 rows, matrix 0 has 1", { NDArray([[[1, 2]], []]) }),
      (
        "LBFGS: 1 evaluation in a call; a line search needs more",
        {
          _ = LBFGS(iterations: 1, lineSearch: StrongWolfe())
          return twos
        }
      ),
      (
        "LBFGS: a point of 3 numbers after steps of 2",
        {
          let (rule, f) = (LBFGS(), SmoothFunction(of: { $0.square().sum() }))
          _ = rule.step(f, from: f.evaluate([1, 2]))
          _ = rule.step(f, from: f.evaluate([1, 2, 3]))
          return twos
        }
      ),
      (
        "ConjugateGradient: a point of 3 numbers after steps of 2",
        {
          let (rule, f) = (ConjugateGradient(), SmoothFunction(of: { $0.square().sum() }))
          _ = rule.step(f, from: f.evaluate([1, 2]))
          _ = rule.step(f, from: f.evaluate([1, 2, 3]))
          return twos
        }
      ),
      (
        "SmoothFunction: the function's value was not computed from its argument",
        {
          _ = SmoothFunction(of: { NDArray($0.item() * $0.item(), dtype: .float64) }).evaluate([3])
          return twos
        }
      ),
      ("sum: the shape [2, 3] has no axis 2", { NDArray.ones([2, 3]).sum(axis: 2) }),
      ("mean: the shape [2, 3] has no axis -3", { NDArray.ones([2, 3]).mean(axis: -3) }),
      ("max: the shape [] has no axis 0", { NDArray(1).max(axis: 0) }),
      (
        "sum: axis -1 of the shape [2, 3] is named twice",
        { NDArray.ones([2, 3]).sum(axes: [1, -1]) }
      ),
      ("max: there is no max of no elements", { NDArray.ones([2, 0]).max(axis: 1) }),
      ("argmin: there is no argmin of no elements", { NDArray.ones([0]).argmin(axis: 0) }),
      ("cumulativeSum: the shape [2] has no axis 1", { NDArray.ones([2]).cumulativeSum(axis: 1) }),
      ("clip: from 2.0 to 1.0 there is no", { NDArray.ones([2]).clip(2, 1) }),
      ("clip: from nan to 1.0 there is no", { NDArray.ones([2]).clip(.nan, 1) }),
      (
        "slice: the places from 1 to 4 are outside of axis 0 of an array of shape [3]",
        { NDArray.ones([3])[rows: 1..<4] }
      ),
      ("slice: the places from 4 to 3 are outside", { NDArray.ones([3])[rows: 4...] }),
      ("slice: the places from -1 to 2 are outside", { NDArray.ones([3])[rows: -1..<2] }),
      ("columns: the shape [3] has no axis 1", { NDArray.ones([3])[columns: 0..<1] }),
      ("row: 2 is outside of axis 0 of an array of shape [2]", { NDArray.ones([2])[row: 2] }),
      ("take: there is no row 2 in an array of shape [2, 3]", { NDArray.ones([2, 3]).take([2]) }),
      ("take: 0.5 is not a whole number from 0 to 1", { NDArray.ones([2, 3]).take([0.5]) }),
      ("pick: 3.0 is not a whole number from 0 to 2", { NDArray.ones([2, 3]).pick([0, 3]) }),
      ("pick: nan is not a whole number from 0 to 2", { NDArray.ones([2, 3]).pick([0, .nan]) }),
      (
        "pick: places of shape [3] for an array of shape [2, 3]",
        { NDArray.ones([2, 3]).pick([0, 0, 0]) }
      ),
      ("concatenate: there are no arrays", { .concatenate([]) }),
      (
        "concatenate: the shapes [2, 3] and [2, 4] differ in more than axis 0",
        { .concatenate([.ones([2, 3]), .ones([2, 4])]) }
      ),
      ("stack: the shapes [2] and [3] differ", { .stack([.ones([2]), .ones([3])]) }),
      (
        "expandedDimensions: an axis at 3 does not fit into the shape [2]",
        { NDArray.ones([2]).expandedDimensions(axis: 3) }
      ),
      ("shape: 5 axes", { NDArray.ones([1, 1, 1, 1]).expandedDimensions(axis: 0) }),
      ("squeezed: axis 0 of the shape [2] has the length 2", { twos.squeezed(axis: 0) }),
      (
        "transposed: the axes [0, 0] for the shape [2, 3]",
        { NDArray.ones([2, 3]).transposed([0, 0]) }
      ),
      ("broadcast: the shape [2] does not broadcast to [3]", { twos.broadcast(to: [3]) }),
      (
        "broadcast: the shape [2, 3] does not broadcast to [3]",
        { NDArray.ones([2, 3]).broadcast(to: [3]) }
      ),
      ("arange: from 0.0 to 1.0 by 0.0 there is no end", { .arange(0, 1, step: 0) }),
      ("linspace: -1 numbers", { .linspace(0, 1, count: -1) }),
      ("NDArray: row 1 has 1 numbers, row 0 has 2", { NDArray(rows: [[1, 2], [3]]) }),
      (
        "backward: the array of shape [2] was not recorded",
        {
          var x = twos
          x.attachGradient()
          let y = record { x .> 0 }
          y.backward()
          return y
        }
      ),
      (
        "gradient: the function's value was not computed from its argument by recorded operations",
        { gradient(of: { NDArray($0.elements.map { $0 * $0 }) }, at: twos) }
      ),
      (
        "gradient: the function's value was not computed from its argument by recorded operations",
        { gradient(of: { x in gradient(of: { NDArray($0.elements) }, at: x) }, at: twos) }
      ),
      (
        "hessian: the function's value was not computed from its argument by recorded operations",
        { hessian(of: { NDArray($0.elements) }, at: twos) }
      ),
      (
        "gradient: the function's value was not computed from its argument by recorded operations",
        {
          _ = gradientCheck(of: { _ in .ones([2], dtype: .float64) }, at: [1])
          return twos
        }
      ),
      (
        "SoftmaxOfMyOwn can be differentiated only once; write it with other operations",
        { hessian(of: { .operation(SoftmaxOfMyOwn(), $0.shape, $0.node) }, at: twos) }
      ),
      (
        "hessianProduct: a direction of shape [3] at a point of shape [2]",
        {
          hessianProduct(
            of: { $0 }, at: .ones([2], dtype: .float64), along: .ones([3], dtype: .float64))
        }
      ),
    ]

    static let all = rows.enumerated().map { Nonsense(number: $0.offset, message: $0.element.0) }

    @Test("what makes no sense is named, with what was found", arguments: all)
    func nonsense(row: Nonsense) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [row] in _ = ArrayFaultTests.rows[row.number].1() }
      #expect(try FaultTests.message(result).contains(row.message))
    }
  }
}
