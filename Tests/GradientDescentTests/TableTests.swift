import Foundation
import Testing

@testable import GradientDescent

extension EngineTests {
  /// What is tried on all optimizers, layers and losses is tried on the rows of a table. A new one passes
  /// only with a row.
  @Suite struct TableTests {
    /// The public classes of a folder of the engine that conform to a protocol.
    private func classes(in folder: String, conformingTo name: String) throws -> [String] {
      let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/GradientDescent/" + folder).path
      return try FileManager.default.contentsOfDirectory(atPath: path).flatMap { file in
        try String(contentsOfFile: path + "/" + file, encoding: .utf8).split(separator: "\n")
          .compactMap { line in
            let words = line.split { !$0.isLetter && !$0.isNumber }
            return line.hasPrefix("public final class ") && words[4...].contains(Substring(name))
              ? String(words[3]) : nil
          }
      }.sorted()
    }

    @Test("Every optimizer has a row, which makes it")
    func optimizers() throws {
      let rows = OptimizerTable.rows.mapValues { make in
        "\(type(of: make(OptimizerSettings(numbers: [:]))))"
      }
      #expect(try classes(in: "Optimizers", conformingTo: "Optimizer") == rows.keys.sorted())
      #expect(rows.allSatisfy { $0.key == $0.value })
    }

    @Test("Every layer has a row")
    func layers() throws {
      let rows = Set(LayerRow.all.map { "\(type(of: $0.make()))" })
      let all = try classes(in: "Layers", conformingTo: "Layer")
      #expect(all.count > 10)
      #expect(all.filter { !rows.contains($0) } == [])
    }

    @Test("Every operation has a row by which its gradients are tried")
    func operations() throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/GradientDescent").path
      let protocols: Set<Substring> = [
        "Operation", "UnaryFunction", "BinaryFunction", "RowFunction", "RowRule", "PointwiseTerm",
        "Comparison",
      ]
      var found: Set<String> = []
      for path in try FileManager.default.subpathsOfDirectory(atPath: root)
      where path.hasSuffix(".swift") {
        let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
        for line in text.split(separator: "\n") {
          let words = line.split { !$0.isLetter && !$0.isNumber }
          guard let place = words.firstIndex(of: "struct"), words.count > place + 2 else {
            continue
          }
          if words[(place + 2)...].contains(where: protocols.contains) && line.contains(":") {
            found.insert(String(words[place + 1]))
          }
        }
      }
      let table =
        [OperationTable.arrays, OperationTable.layers, OperationTable.losses]
        .flatMap { Array($0.keys) } + OperationTable.others + OperationTable.constant
      #expect(found.subtracting(table).sorted() == [])
      #expect(Set(table).subtracting(found).sorted() == [])
      #expect(
        Set(OperationTable.arrays.values).subtracting(ArrayOperation.all.map(\.name)) == [])
      #expect(Set(OperationTable.layers.values).subtracting(LayerRow.all.map(\.name)) == [])
      #expect(Set(OperationTable.losses.values).subtracting(LossRow.all.map(\.name)) == [])
    }

    @Test("Every loss has a row")
    func losses() throws {
      let rows = Set(LossRow.all.map { "\(type(of: $0.make()))" })
      #expect(try classes(in: "Losses", conformingTo: "Loss") == rows.sorted())
    }
  }
}
