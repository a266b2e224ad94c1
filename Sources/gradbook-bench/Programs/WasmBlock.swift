// A block with two optimizers, as in a chapter, to be compiled for WebAssembly.
import Charts
import GradientDescent
import Notebook

/// The function that the page calls.
@_expose(wasm, "run")
@_cdecl("run")
public func run() {
  startNotebook()
  var random = RandomGenerator(seed: 1)
  let features = NDArray.normal([1000, 2], using: &random)
  let noise = 0.01 * NDArray.normal([1000], using: &random)
  let labels = features.matmul([2, -3.4]) + 4.2 + noise
  let dataset = ArrayDataset(features, labels)
  let net = Sequential()
  let layer = Dense(1)
  net.add(layer)
  let squareLoss = L2Loss()

  func train(_ optimizer: any Optimizer) -> [Double] {
    net.initialize(.normal(sigma: 1), using: &random)
    let trainer = Trainer(net.parameters, optimizer)
    let batches = DataLoader(dataset, batchSize: 10, shuffle: true, using: random)
    var losses: [Double] = []
    for epoch in 1...3 {
      if epoch > 2 { trainer.learningRate *= 0.1 }
      for (data, label) in batches {
        let loss = record { squareLoss(net(data), label) }
        loss.backward()
        trainer.step(10)
      }
      losses.append(squareLoss(net(features), labels).mean().item())
      print("epoch \(epoch) loss \(losses[losses.count - 1].scientific(4))")
    }
    print("w: \(layer.weight.data) b: \(layer.bias.data[0].general(6))")
    return losses
  }
  let rates = (plain: 0.2, adaptive: 0.02)
  let plain = train(SGD(learningRate: rates.plain))
  let adaptive = train(Adam(learningRate: rates.adaptive))
  print("is Adam better? \(adaptive[2] < plain[2])")
  print(plain[2], adaptive[2])
  show(
    LossCurve(
      [("SGD, \(rates.plain)", plain), ("Adam, \(rates.adaptive)", adaptive)], epochs: 3,
      title: "Two optimizers, \(dataset.count) examples"))
}
