import Foundation

@testable import GradientDescent

/// What the seed's framework recorded: its data, and each run's losses and parameters.
struct Oracle: Decodable {
  struct Run: Decodable {
    let args: [Double]
    let w: [Double?]
    let b: Double?
    let loss: [String?]

    var batchSize: Int { Int(args[0]) }
    var learningRate: Double { args[1] }
    var epochs: Int { Int(args[2]) }
    var period: Int { Int(args[3]) }
    /// The recorded losses; nan where the record has none.
    var losses: [Double] { loss.map { $0.flatMap { Double($0) } ?? .nan } }
  }

  let X: [[String]]
  let y: [String]
  let runs: [Run]

  static func load() throws -> Oracle {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/mxnet-oracle.json")
    return try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: file))
  }
}

/// The seed's data and training, with the generators that replay its framework.
final class SeedReplay {
  var mxnet = MXNetRandom(seed: 1)
  let python = PythonRandom(seed: 1)
  let features: NDArray
  let labels: NDArray
  let net = Sequential()
  let layer = Dense(1)

  init() {
    features = NDArray.normal([1000, 2], using: &mxnet)
    labels = features.matmul([2, -3.4]) + 4.2 + 0.01 * NDArray.normal([1000], using: &mxnet)
    net.add(layer)
  }

  /// Draws what one run of the seed draws.
  func skipRun() {
    _ = mxnet.normals(2)
    for _ in 1...3 {
      var order = Array(0..<1000)
      python.shuffle(&order)
    }
  }

  func train(batchSize: Int, learningRate: Double, epochs: Int, period: Int) -> [Double] {
    let squareLoss = L2Loss()
    net.initialize(.normal(sigma: 1), using: &mxnet)
    let trainer = Trainer(net.parameters, SGD(learningRate: learningRate))
    let batches = DataLoader(
      ArrayDataset(features, labels), batchSize: batchSize, shuffle: true, using: python)
    var losses = [squareLoss(net(features), labels).mean().item()]
    for epoch in 1...epochs {
      if epoch > 2 { trainer.learningRate *= 0.1 }
      for (index, (data, label)) in batches.enumerated() {
        let loss = record { squareLoss(net(data), label) }
        loss.backward()
        trainer.step(batchSize)
        if index * batchSize % period == 0 {
          losses.append(squareLoss(net(features), labels).mean().item())
        }
      }
    }
    return losses
  }
}
