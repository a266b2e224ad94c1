import Foundation

@testable import GradientDescent

/// How the settings of each optimizer are named in the golden files, and how it is made from them. A
/// new optimizer is one row.
enum OptimizerTable {
  typealias Make = @Sendable (OptimizerSettings) -> any Optimizer

  static let rows: [String: Make] = [
    "SGD": {
      SGD(
        learningRate: $0["lr", 0.001], momentum: $0["momentum", 0], dampening: $0["dampening", 0],
        weightDecay: $0["weight_decay", 0], nesterov: $0["nesterov", 0] != 0)
    },
    "Adagrad": {
      Adagrad(
        learningRate: $0["lr", 0.01], learningRateDecay: $0["lr_decay", 0],
        weightDecay: $0["weight_decay", 0],
        initialAccumulator: $0["initial_accumulator_value", 0], epsilon: $0["eps", 1e-10])
    },
    "RMSprop": {
      RMSprop(
        learningRate: $0["lr", 0.01], alpha: $0["alpha", 0.99], epsilon: $0["eps", 1e-8],
        weightDecay: $0["weight_decay", 0], momentum: $0["momentum", 0],
        centered: $0["centered", 0] != 0)
    },
    "Adadelta": {
      Adadelta(
        learningRate: $0["lr", 1], rho: $0["rho", 0.9], epsilon: $0["eps", 1e-6],
        weightDecay: $0["weight_decay", 0])
    },
    "Adam": {
      Adam(
        learningRate: $0["lr", 0.001], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-8],
        weightDecay: $0["weight_decay", 0], amsgrad: $0["amsgrad", 0] != 0)
    },
    "AdamW": {
      AdamW(
        learningRate: $0["lr", 0.001], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-8],
        weightDecay: $0["weight_decay", 0.01], amsgrad: $0["amsgrad", 0] != 0)
    },
    "Adamax": {
      Adamax(
        learningRate: $0["lr", 0.002], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-8],
        weightDecay: $0["weight_decay", 0])
    },
    "NAdam": {
      NAdam(
        learningRate: $0["lr", 0.002], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-8],
        weightDecay: $0["weight_decay", 0], momentumDecay: $0["momentum_decay", 0.004],
        decoupledWeightDecay: $0["decoupled_weight_decay", 0] != 0)
    },
    "RAdam": {
      RAdam(
        learningRate: $0["lr", 0.001], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-8],
        weightDecay: $0["weight_decay", 0],
        decoupledWeightDecay: $0["decoupled_weight_decay", 0] != 0)
    },
    "Rprop": {
      Rprop(
        learningRate: $0["lr", 0.01], etas: $0["etas", 0.5, 1.2],
        stepSizes: $0["step_sizes", 1e-6, 50])
    },
    "ASGD": {
      ASGD(
        learningRate: $0["lr", 0.01], lambda: $0["lambd", 1e-4], alpha: $0["alpha", 0.75],
        t0: $0["t0", 1e6], weightDecay: $0["weight_decay", 0])
    },
    "Lion": {
      Lion(
        learningRate: $0["lr", 1e-4], betas: $0["betas", 0.9, 0.99],
        weightDecay: $0["weight_decay", 0])
    },
    "AdaBelief": {
      AdaBelief(
        learningRate: $0["lr", 0.001], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-16],
        weightDecay: $0["weight_decay", 0])
    },
    "Yogi": {
      Yogi(
        learningRate: $0["lr", 0.01], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-3],
        weightDecay: $0["weight_decay", 0])
    },
    "LAMB": {
      LAMB(
        learningRate: $0["lr", 0.001], betas: $0["betas", 0.9, 0.999], epsilon: $0["eps", 1e-6],
        weightDecay: $0["weight_decay", 0])
    },
    "Adafactor": {
      Adafactor(
        learningRate: $0["lr", 0.01], squareDecay: $0["beta2_decay", -0.8],
        epsilons: ($0.numbers["eps"]?[0], $0.numbers["eps"]?[1] ?? 1e-3),
        threshold: $0["d", 1], weightDecay: $0["weight_decay", 0])
    },
    "AcceleratedGradient": { AcceleratedGradient(learningRate: $0["lr", 0.01]) },
    "Muon": {
      Muon(
        learningRate: $0["lr", 0.001], momentum: $0["momentum", 0.95],
        nesterov: $0["nesterov", 1] != 0, weightDecay: $0["weight_decay", 0.1],
        iterations: Int($0["ns_steps", 5]))
    },
  ]
}

/// Settings by their names in PyTorch; each is one number or two.
struct OptimizerSettings: Sendable {
  let numbers: [String: [Double]]

  subscript(name: String, standard: Double) -> Double { numbers[name]?[0] ?? standard }

  subscript(name: String, first: Double, second: Double) -> (Double, Double) {
    guard let pair = numbers[name] else { return (first, second) }
    return (pair[0], pair[1])
  }
}

/// The golden files.
enum GoldenFile {
  static func load<Value: Decodable>(_ name: String) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/" + name)
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
  }
}
