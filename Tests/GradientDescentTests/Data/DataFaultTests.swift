import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct DataFaultTests {
    /// A senseless argument and what the fault says about it.
    struct Case: Sendable {
      let message: String
      let body: @Sendable () -> Void
    }

    static let loading: [Case] = [
      Case(message: "DataLoader: the batch size 0 for 3 examples") {
        _ = DataLoader(LoadingTests.numbered(3), batchSize: 0)
      },
      Case(message: "DataLoader: the batch size 4 for 3 examples") {
        _ = DataLoader(LoadingTests.numbered(3), batchSize: 4, lastBatch: .rollover)
      },
      Case(message: "DataLoader: the batch size 3 for 2 examples") {
        _ = DataLoader(LoadingTests.numbered(9), batchSize: 3, sampler: .subset([1, 2]))
      },
      Case(message: "subset: there is no example 9 among 9") {
        _ = Array(DataLoader(LoadingTests.numbered(9), batchSize: 1, sampler: .subset([1, 9])))
      },
      Case(message: "mine: there is no example -1 among 9") {
        _ = Sampler("mine", draws: 1, order: { _ in [-1] }).places(9)
      },
      Case(message: "mine: 2 places for an epoch of 9") {
        _ = Sampler("mine", order: { _ in [1, 2] }).places(9)
      },
      Case(message: "withReplacement: 0 draws in an epoch") {
        _ = Sampler.withReplacement(draws: 0, using: SamplerTests.random())
      },
      Case(message: "weighted: 2 weights for 9 examples") {
        _ = Sampler.weighted([1, 2], using: SamplerTests.random()).places(9)
      },
      Case(message: "weighted: the weight -1.0 at place 1") {
        _ = Sampler.weighted([1, -1], using: SamplerTests.random())
      },
      Case(message: "subset: there is no example 3 among 3") {
        _ = LoadingTests.numbered(3).subset([0, 3])
      },
      Case(message: "split: the fraction 1.5 to test on") {
        var random = SamplerTests.random()
        _ = LoadingTests.numbered(3).split(testing: 1.5, using: &random)
      },
      Case(message: "split: 3 of 3 examples to test on; both parts need at least one") {
        var random = SamplerTests.random()
        _ = LoadingTests.numbered(3).split(testing: 0.9, using: &random)
      },
      Case(message: "ArrayDataset: data of shape [3, 1] and labels of shape [2]") {
        _ = ArrayDataset(.ones([3, 1]), .ones([2]))
      },
    ]

    static let draws: [Case] = [
      Case(message: "uniforms: the range from 2.0 to 1.0") {
        _ = SamplerTests.random().uniforms(1, from: 2, to: 1)
      },
      Case(message: "uniforms: -1 draws") { _ = SamplerTests.random().uniforms(-1) },
      Case(message: "integer: there is no whole number in an empty range") {
        _ = SamplerTests.random().integer(in: 3..<3)
      },
      Case(message: "bernoulli: the probability nan; expected 0 to 1") {
        _ = SamplerTests.random().bernoulli(.nan)
      },
      Case(message: "choice: there is nothing to choose from") {
        _ = SamplerTests.random().choice(of: [Int]())
      },
      Case(message: "choices: 3 of 2 elements without replacement") {
        _ = SamplerTests.random().choices(3, of: [1, 2], replacing: false)
      },
      Case(message: "categorical: 2 weights with the sum 0.0") {
        _ = SamplerTests.random().categorical([0, 0])
      },
      Case(message: "categorical: 0 weights") { _ = SamplerTests.random().categorical([]) },
    ]

    static let sets: [Case] = [
      Case(message: "linearRegression: 0 examples; at least 1 is needed") {
        var random = SamplerTests.random()
        _ = ArrayDataset.linearRegression(0, using: &random)
      },
      Case(message: "blobs: the noise -1.0 is negative") {
        var random = SamplerTests.random()
        _ = ArrayDataset.blobs(5, noise: -1, using: &random)
      },
      Case(message: "spirals: 0 arms; at least 1 is needed") {
        var random = SamplerTests.random()
        _ = ArrayDataset.spirals(5, arms: 0, using: &random)
      },
    ]

    static let descents: [Case] = [
      Case(message: "descend: a start of 3 numbers for a function of 2 variables") {
        _ = descend(from: [1, 2, 3], using: SGD(learningRate: 1), steps: 1) { x, y in x * y }
      },
      Case(message: "descend: -1 steps; at least 0 are needed") {
        _ = descend(from: 1, using: SGD(learningRate: 1), steps: -1) { $0 * $0 }
      },
      Case(message: "descend: the function's value has the shape [3]; expected one number") {
        _ = descend(from: [1, 2, 3], using: SGD(learningRate: 1), steps: 1) { x in x * x }
      },
      Case(message: "SmoothFunction: the function's value has the shape [2]; expected one number") {
        _ = SmoothFunction(of: { x in x * x }).evaluate([1, 2])
      },
      Case(message: "SmoothFunction: the loss has the shape [3]; expected one number") {
        let x = Parameter(name: "x")
        x.data = [1, 2, 3]
        SteepestDescent(lineSearch: StrongWolfe()).step([x]) { x.data * x.data }
      },
      Case(message: "mine: the function's value has the shape [2]; expected one number") {
        _ = Landscape("mine", dimension: 2) { $0 * $0 }([1, 2])
      },
      Case(message: "Rosenbrock: a point of shape [3] for a function of 2 variables") {
        _ = descend(.rosenbrock, from: [1, 2, 3], using: SGD(learningRate: 1), steps: 1)
      },
      Case(message: "Trajectory: no iterate 3 among 3") {
        _ = descend(from: 1, using: SGD(learningRate: 1), steps: 2) { $0 * $0 }[3]
      },
      Case(message: "Trajectory: no coordinate 1 among 1") {
        _ = descend(from: 1, using: SGD(learningRate: 1), steps: 2) { $0 * $0 }.y
      },
      Case(message: "quadratic: the condition number 0.5; at least 1 is needed") {
        _ = Landscape.quadratic(conditionNumber: 0.5)
      },
      Case(message: "quadratic: a matrix of shape [2, 3] and a vector of shape [2]") {
        _ = Landscape.quadratic(matrix: .ones([2, 3]), linear: .ones([2]))
      },
    ]

    static let cases = loading + draws + sets + descents

    @Test("senseless arguments end in a fault that names them", arguments: cases.indices)
    func faults(index: Int) async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [index] in DataFaultTests.cases[index].body() }
      let text = try FaultTests.message(result)
      #expect(text.contains(DataFaultTests.cases[index].message), "\(text)")
    }
  }
}
