@testable import GradientDescent

/// Layers by the words that the scripts in Golden/ use: `dense 64`, `leaky 0.2`.
enum NamedLayer {
  struct Unknown: Error {
    let text: String
  }

  static func make(_ text: String) throws -> any Layer {
    let words = text.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Double($0) }
    switch words.first {
    case "dense": return Dense(Int(numbers[0]))
    case "relu": return ReLU()
    case "leaky": return LeakyReLU(numbers[0])
    case "sigmoid": return Sigmoid()
    case "tanh": return Tanh()
    case "gelu": return GELU()
    case "softmax": return Softmax()
    case "logsoftmax": return LogSoftmax()
    case "flatten": return Flatten()
    case "embedding": return Embedding(Int(numbers[0]), Int(numbers[1]))
    case "layernorm": return LayerNorm()
    case "batchnorm": return BatchNorm()
    case "conv":
      let n = numbers.map { Int($0) }
      return Conv2D(n[0], kernel: n[1], stride: n[2], padding: n[3])
    case "maxpool":
      let n = numbers.map { Int($0) }
      return MaxPool2D(n[0], stride: n[1], padding: n[2])
    case "avgpool":
      let n = numbers.map { Int($0) }
      return AvgPool2D(n[0], stride: n[1], padding: n[2])
    case "globalavgpool": return GlobalAvgPool2D()
    default: throw Unknown(text: text)
    }
  }
}

/// A layer of one's own.
final class LogSoftmax: Layer {
  func callAsFunction(_ input: NDArray) -> NDArray { input.logSoftmax() }
}
