import CSeedLoop
import GradientDescent

/// What the chapter's `train` is called with, five times.
private struct Call {
  let batchSize: Int
  let learningRate: Double
  let period: Int
  static let epochs = 3

  static let all = [
    Call(batchSize: 1, learningRate: 0.2, period: 10),
    Call(batchSize: 1000, learningRate: 0.999, period: 1000),
    Call(batchSize: 10, learningRate: 0.2, period: 10),
    Call(batchSize: 10, learningRate: 5, period: 10),
    Call(batchSize: 10, learningRate: 0.002, period: 10),
  ]
}

extension Benchmark {
  /// The seed's five training calls, written as in the chapter, beside the same job by hand in C.
  static let seedFiveCalls = Benchmark(name: "seed-five-calls") {
    let job = SeedJob()
    let times = fastest(repeats: 400, job.runEngine, job.runC)
    return [
      Measurement(
        name: "seed-five-calls", value: times.ours * 1e6, unit: "µs",
        reference: "C loop, -O3 -ffast-math", referenceValue: times.reference * 1e6)
    ]
  }
}

private final class SeedJob {
  private var random = RandomGenerator(seed: 1)
  private let features: NDArray
  private let labels: NDArray
  private let dataset: ArrayDataset
  private let net = Sequential()
  private let squareLoss = L2Loss()

  private let x: [Float]
  private let y: [Float]
  private var order: [Int32]
  private var state: [UInt64] = [1, 2, 3, 4]
  private var losses = [Float](repeating: 0, count: 302)

  init() {
    features = NDArray.normal([1000, 2], using: &random)
    labels = features.matmul([2, -3.4]) + 4.2 + 0.01 * NDArray.normal([1000], using: &random)
    dataset = ArrayDataset(features, labels)
    net.add(Dense(1))
    x = features.elements.map(Float.init)
    y = labels.elements.map(Float.init)
    order = (0..<1000).map { $0 }
  }

  func runEngine() {
    for call in Call.all {
      net.initialize(.normal(sigma: 1), using: &random)
      let trainer = Trainer(net.parameters, SGD(learningRate: call.learningRate))
      let batches = DataLoader(dataset, batchSize: call.batchSize, shuffle: true, using: random)
      var losses = [squareLoss(net(features), labels).mean().item()]
      for epoch in 1...Call.epochs {
        if epoch > 2 { trainer.learningRate *= 0.1 }
        for (index, (data, label)) in batches.enumerated() {
          let loss = record { squareLoss(net(data), label) }
          loss.backward()
          trainer.step(call.batchSize)
          if index * call.batchSize % call.period == 0 {
            losses.append(squareLoss(net(features), labels).mean().item())
          }
        }
      }
      precondition(losses.count == 1 + 3 * 1000 / call.period)
    }
  }

  func runC() {
    for call in Call.all {
      var parameters: [Float] = [0.5, -0.5, 0]
      let count = c_seed_train(
        x, y, 1000, &order, &state, &parameters, Int32(call.batchSize), Float(call.learningRate),
        Int32(Call.epochs), Int32(call.period), &losses)
      precondition(count == 1 + 3 * 1000 / call.period)
    }
  }
}
