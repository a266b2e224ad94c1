// Times one training step of a network with the engine, and the same step in hand-written C.
// Compiled like a chapter and linked with the library for blocks.
//
// usage: network-step ROW PATH-OF-OPENBLAS JOB…      (engine, loops, openblas)
// Prints the shortest time of each job in seconds; without OpenBLAS its jobs have none.
import GradientDescent

let arguments = CommandLine.arguments
let isSmooth = arguments[1].hasPrefix("mlp-tanh")
let batch = arguments[1].hasSuffix("-256") ? 256 : 64
let sizes = isSmooth ? [2, 64, 64, 1] : [784, 256, 10]
let learningRate = 0.01
var random = RandomGenerator(seed: 1)

let net =
  isSmooth
  ? Sequential(Dense(64), Tanh(), Dense(64), Tanh(), Dense(1))
  : Sequential(Dense(256), ReLU(), Dense(10))
let loss: any Loss = isSmooth ? L2Loss() : SoftmaxCrossEntropyLoss()
let data = NDArray.normal([batch, sizes[0]], using: &random)
let labels =
  isSmooth
  ? NDArray.normal([batch, 1], using: &random) : NDArray((0..<batch).map { Double($0 % 10) })
net.initialize(.normal(sigma: 0.05), using: &random)
let trainer = Trainer(net.parameters, SGD(learningRate: learningRate))

func stepOfEngine() {
  let losses = record { loss(net(data), labels) }
  losses.backward()
  trainer.step(batch)
}

func makeByHand() -> UnsafeMutablePointer<c_network> {
  guard
    let network = c_network_make(
      Int32(batch), Int32(sizes.count - 1), sizes.map(Int32.init), isSmooth ? 1 : 0)
  else { fatalError("no memory") }
  fill(network.pointee.values.0, data)
  let weights = network.pointee.weights
  for (layer, start) in [weights.0, weights.1, weights.2].prefix(sizes.count - 1).enumerated() {
    fill(start, .normal([sizes[layer] * sizes[layer + 1]], sigma: 0.05, using: &random))
  }
  return network
}

func fill(_ start: UnsafeMutablePointer<Float>?, _ array: NDArray) {
  for (place, number) in array.elements.enumerated() { start?[place] = Float(number) }
}

let (plain, blas) = (makeByHand(), makeByHand())
let cLabels = labels.elements.map(Float.init)
let hasBlas = c_network_open_blas(arguments[2]) == 1
let jobs = arguments[3...].filter { $0 != "openblas" || hasBlas }
var best = [Double](repeating: .infinity, count: jobs.count)
let clock = ContinuousClock()

/// Times some steps in a row, as in training: caches and threads are in the state that the previous
/// step left.
func time(_ place: Int, _ step: () -> Void) {
  for _ in 0..<5 { best[place] = min(best[place], clock.measure(step) / .seconds(1)) }
}

// The jobs alternate, so that a slow moment of the machine affects all of them.
for _ in 0..<(isSmooth ? 400 : 80) {
  for (place, job) in jobs.enumerated() {
    switch job {
    case "engine": time(place, stepOfEngine)
    case "loops": time(place) { c_network_step(plain, cLabels, Float(learningRate)) }
    default: time(place) { c_network_step_blas(blas, cLabels, Float(learningRate)) }
    }
  }
}
print(best.map { "\($0)" }.joined(separator: " "))
