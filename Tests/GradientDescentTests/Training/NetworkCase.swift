@testable import GradientDescent

/// One training of networks.json. Weights and data follow the rule of networks.py.
struct NetworkCase: Decodable {
  /// A parameter in short.
  struct Digest: Decodable {
    let count: Int
    let sum: Double
    let squares: Double
    let samples: [Double]

    init(_ elements: [Double]) {
      count = elements.count
      sum = elements.reduce(0, +)
      squares = elements.reduce(0) { $0 + $1 * $1 }
      samples = stride(from: 0, to: elements.count, by: 97).map { elements[$0] }
    }

    var numbers: [Double] { [sum, squares] + samples }
  }

  static let examples = 96

  let name: String
  let layers: [String]
  let loss: String
  let labels: String
  let features: Int
  let outputs: Int
  let learningRate: Double
  let momentum: Double
  let batch: Int
  let stream: UInt64
  let losses: [Double]
  let parameters: [Digest]
  let predictions: [Double]

  /// Number `index` of a stream, from 0 up to 1.
  static func uniform(_ stream: UInt64, _ index: Int) -> Double {
    var z = stream &* 0x632B_E59B_D9B4_E019 &+ UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z &>> 31)) &>> 11) * 0x1p-53
  }

  /// The network with its given weights.
  func makeNetwork() throws -> Sequential {
    let net = Sequential(try layers.map(NamedLayer.make))
    var random = RandomGenerator(seed: 0)
    net.initialize(.zero, dtype: .float64, using: &random)
    // The first call tells the parameters their shapes.
    _ = net(data.0)
    var place = 0
    for parameter in net.parameters {
      let shape = parameter.data.shape
      let spread = shape.rank == 2 ? 1 / Double(shape[1]).squareRoot() : 0.5
      let values = (0..<shape.count).map {
        (2 * NetworkCase.uniform(stream, place + $0) - 1) * spread
      }
      parameter.data = NDArray(values, shape: shape, dtype: .float64)
      place += shape.count
    }
    return net
  }

  /// Inputs and labels of all examples.
  var data: (NDArray, NDArray) {
    let stream = self.stream + 1000
    let draws = (0..<NetworkCase.examples * features).map { NetworkCase.uniform(stream, $0) }
    let isText = labels == "words"
    let inputs = draws.map { isText ? ($0 * 7).rounded(.down) : 2 * $0 - 1 }
    let rows = (0..<NetworkCase.examples).map { Array(inputs[$0 * features..<($0 + 1) * features]) }
    return (
      NDArray(inputs, shape: [NetworkCase.examples, features], dtype: .float64), labels(of: rows)
    )
  }

  private func labels(of rows: [[Double]]) -> NDArray {
    switch labels {
    case "words":
      return column(rows.map { ($0[0] + $0[1]).truncatingRemainder(dividingBy: 3) })
    case "classes":
      return column(rows.map { ($0[0] > 0 ? 1 : 0) + ($0[1] > $0[0] ? 1 : 0) })
    case "signs": return table(rows.map { [$0[0] * $0[1] > 0 ? 1 : -1] })
    case "numbers":
      return table(
        rows.map { x in
          (0..<outputs).map { x[0] * x[1] + Double($0 + 1) * x[0] * x[0] - 0.5 }
        })
    case "chances": return table(draws)
    default: return table(draws.map { row in row.map { $0 / row.reduce(0, +) } })
    }
  }

  /// One row of numbers from 0 to 1 for each example.
  private var draws: [[Double]] {
    (0..<NetworkCase.examples).map { row in
      (0..<outputs).map { NetworkCase.uniform(stream + 1001, row * outputs + $0) }
    }
  }

  private func column(_ numbers: [Double]) -> NDArray { NDArray(numbers, dtype: .float64) }

  private func table(_ rows: [[Double]]) -> NDArray {
    NDArray(rows.flatMap { $0 }, shape: [rows.count, rows[0].count], dtype: .float64)
  }
}
