import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct NetworkTests {
    let cases: [NetworkCase]

    init() throws { cases = try TorchFile.read("networks.json") }

    @Test("there are as many networks as are tried")
    func count() { #expect(cases.count == 15) }

    @Test(
      "a network trained for 200 steps from given weights stays where PyTorch has it",
      arguments: 0..<15)
    func training(_ number: Int) throws {
      let golden = cases[number]
      let net = try golden.makeNetwork()
      let losses = try golden.train(net)
      #expect(disagreements(losses, golden.losses, within: 1e-8) == [], "\(golden.name)")
      try #require(net.parameters.count == golden.parameters.count)
      for (parameter, digest) in zip(net.parameters, golden.parameters) {
        let found = NetworkCase.Digest(parameter.data.elements)
        #expect(found.count == digest.count)
        #expect(disagreements(found.numbers, digest.numbers, within: 1e-8, scale: 0.1) == [])
      }
      let (x, _) = golden.data
      let width = x.count / NetworkCase.examples
      let first = NDArray(
        Array(x.elements[..<(5 * width)]), shape: [5, width], dtype: .float64)
      #expect(
        disagreements(net(first).elements, golden.predictions, within: 1e-8, scale: 0.1) == [])
    }
  }
}

/// Momentum as in PyTorch, written as a reader would: b ← μb + g, θ ← θ − ηb.
private final class HeavyBall: Optimizer {
  var learningRate: Double
  let momentum: Double
  private var velocities: [Int: NDArray] = [:]

  init(learningRate: Double, momentum: Double) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    let velocity = velocities[index].map { momentum * $0 + gradient } ?? gradient.detached()
    values.add(velocity, times: -learningRate)
    velocities[index] = velocity
  }
}

extension NetworkCase {
  /// The mean loss of each of 200 steps over the examples in turn.
  func train(_ net: Sequential) throws -> [Double] {
    let (x, y) = data
    let loss = try NamedLoss.make(self.loss)
    let trainer = Trainer(
      net.parameters, HeavyBall(learningRate: learningRate, momentum: momentum))
    return (0..<200).map { step in
      let rows = (0..<batch).map { (step * batch + $0) % NetworkCase.examples }
      let (inputs, labels) = (NetworkCase.gather(rows, of: x), NetworkCase.gather(rows, of: y))
      let losses = record { loss(net(inputs), labels) }
      losses.backward()
      trainer.step(batch)
      return losses.mean().item()
    }
  }

  private static func gather(_ rows: [Int], of array: NDArray) -> NDArray {
    let width = array.count / examples
    let elements = array.elements
    var shape = array.shape
    shape[0] = rows.count
    return NDArray(
      rows.flatMap { elements[($0 * width)..<(($0 + 1) * width)] }, shape: shape, dtype: .float64)
  }
}
