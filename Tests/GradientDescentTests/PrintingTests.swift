import Foundation
import Testing

@testable import GradientDescent

extension EngineTests {
  @Suite struct PrintingTests {
    struct Case: Decodable {
      let dtype: String
      let shape: [Int]
      let elements: [String]
      let text: String
    }

    @Test("arrays are printed as NumPy prints them")
    func numpy() throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/numpy-printing.json")
      let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
      #expect(cases.count > 230)
      for golden in cases {
        let array = NDArray(
          try golden.elements.map { try #require(Double($0)) }, shape: Shape(golden.shape),
          dtype: golden.dtype == "float32" ? .float32 : .float64)
        #expect(array.description == golden.text)
      }
    }

    @Test("with a sign column, the seed's lines come out as they were printed")
    func signColumn() {
      let weight = NDArray(
        [2.001223564147949, -3.400423526763916], shape: [1, 2], dtype: .float64)
      #expect(weight.text(signColumn: true) == "[[ 2.00122356 -3.40042353]]")
      let lost = NDArray([.nan, .nan], shape: [1, 2], dtype: .float64)
      #expect(lost.text(signColumn: true) == "[[ nan  nan]]")
    }
  }
}
