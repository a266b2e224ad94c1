import Foundation

@testable import GradientDescent

/// Numbers that PyTorch computed, written by the scripts in Golden/.
enum TorchFile {
  static func read<Content: Decodable>(_ name: String) throws -> Content {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(Content.self, from: Data(contentsOf: file))
  }
}

/// An array in such a file.
struct TorchArray: Decodable {
  let shape: [Int]
  let elements: [Double]

  var array: NDArray { NDArray(elements, shape: Shape(shape), dtype: .float64) }
}

/// Where numbers do not agree: unequal and further apart than `tolerance`, relative to the expected
/// number and to `scale` at least; nan agrees with nan only.
func disagreements(
  _ found: [Double], _ expected: [Double], within tolerance: Double, scale: Double = 0
) -> [String] {
  if found.count != expected.count { return ["\(found.count) numbers, not \(expected.count)"] }
  return zip(found, expected).enumerated().compactMap { index, pair in
    let (a, b) = pair
    if a == b || a.isNaN && b.isNaN { return nil }
    if b.isFinite && Swift.abs(a - b) <= tolerance * max(Swift.abs(b), scale) { return nil }
    return "number \(index) is \(a), not \(b)"
  }
}
