// Times the seed's five training calls with the engine, written as in the chapter, and the same job
// in hand-written C. Compiled like a chapter and linked with the library for blocks.
//
// usage: seed-five-calls
// Prints the shortest times in seconds: the engine's, and that of C.
import GradientDescent

/// The arguments of one of the chapter's five calls of `train`.
struct Call {
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

final class SeedJob {
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

let job = SeedJob()
let clock = ContinuousClock()
var best = (engine: Double.infinity, c: Double.infinity)
// The jobs alternate, so that a slow moment of the machine affects both.
for _ in 0..<400 {
  best.engine = min(best.engine, clock.measure(job.runEngine) / .seconds(1))
  best.c = min(best.c, clock.measure(job.runC) / .seconds(1))
}
print(best.engine, best.c)
