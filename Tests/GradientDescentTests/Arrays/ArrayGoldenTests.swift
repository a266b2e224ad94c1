import Foundation
import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct ArrayGoldenTests {
    struct Input: Decodable, Sendable {
      let shape: [Int]
      let values: [String]
    }

    struct Case: Decodable, CustomTestStringConvertible, Sendable {
      let operation: String
      let inputs: [Input]
      let shape: [Int]
      let values: [String]
      let gradients: [[String]]
      var testDescription: String { operation + " of " + inputs.map { "\($0.shape)" }.joined() }
    }

    static let cases: [Case] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Golden/arrays-golden.json")
      guard let data = try? Data(contentsOf: file) else { return [] }
      return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    @Test("every operation of the table has recorded values, and every record an operation")
    func complete() {
      #expect(Set(ArrayOperation.all.map(\.name)) == Set(ArrayGoldenTests.cases.map(\.operation)))
      #expect(Set(ArrayOperation.all.map(\.name)).count == ArrayOperation.all.count)
    }

    /// Whether two numbers agree to about the last three of sixteen digits; those near 0 are left of
    /// larger ones.
    static func agree(_ a: Double, _ b: Double) -> Bool {
      if !a.isFinite || !b.isFinite { return a == b || a.isNaN && b.isNaN }
      return abs(a - b) <= 2e-13 * max(0.1, abs(a), abs(b))
    }

    @Test("values and gradients are PyTorch's, for nan and inf too")
    func golden() throws {
      for record in ArrayGoldenTests.cases {
        let operation = try #require(
          ArrayOperation.all.first { $0.name == record.operation }, "\(record.operation)")
        var inputs = try record.inputs.map {
          NDArray(try $0.values.map(number), shape: Shape($0.shape), dtype: .float64)
        }
        for place in inputs.indices { inputs[place].attachGradient() }
        let value = GradientDescent.record { operation.value(inputs) }
        #expect(value.shape == Shape(record.shape), "\(record.testDescription)")
        try compare(value.elements, record.values, record)
        if value.node.needsGradient {
          GradientDescent.record { ArrayOperationTests.weighted(value) }.backward()
        }
        for (input, slopes) in zip(inputs, record.gradients) {
          try compare(input.gradient?.elements ?? input.elements.map { _ in 0 }, slopes, record)
        }
      }
    }

    private func number(_ text: String) throws -> Double { try #require(Double(text)) }

    private func compare(_ found: [Double], _ expected: [String], _ record: Case) throws {
      let expected = try expected.map(number)
      #expect(found.count == expected.count, "\(record.testDescription)")
      for (place, (a, b)) in zip(found, expected).enumerated()
      where !ArrayGoldenTests.agree(a, b) {
        Issue.record("\(record.testDescription) at \(place): \(a), recorded \(b)")
      }
    }
  }
}
