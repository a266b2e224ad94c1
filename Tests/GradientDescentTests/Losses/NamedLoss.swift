@testable import GradientDescent

/// Losses by the words that the scripts in Golden/ use: `huber 0.4`.
enum NamedLoss {
  struct Unknown: Error {
    let text: String
  }

  static func make(_ text: String) throws -> any Loss {
    let words = text.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Double($0) }
    switch words.first {
    case "l1": return L1Loss()
    case "l2": return L2Loss()
    case "huber": return HuberLoss(delta: numbers.first ?? 0.3)
    case "binary": return BinaryCrossEntropyLoss()
    case "logistic": return LogisticLoss()
    case "hinge": return HingeLoss(margin: numbers.first ?? 1)
    case "squaredhinge": return HingeLoss(squared: true)
    case "softmax": return SoftmaxCrossEntropyLoss()
    case "mse": return MSELoss(reduction: .none)
    case "crossentropy": return CrossEntropyLoss(reduction: .none)
    case "kl": return KLDivergenceLoss()
    default: throw Unknown(text: text)
    }
  }
}
