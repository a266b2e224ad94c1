import ArgumentParser
import Foundation

@main
struct GradbookBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradbook-bench",
    abstract: "Times Gradbook beside its peers, in one run on one machine.",
    discussion: "Example: swift run -c release gradbook-bench --only seed-five-calls")

  @Flag(help: "Print an array of JSON objects instead of a table.")
  var json = false

  @Option(help: "Measure one row only.", completion: .list(Benchmark.all.map(\.name)))
  var only: String?

  func validate() throws {
    if let only, !Benchmark.all.contains(where: { $0.name == only }) {
      let names = Benchmark.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no row '\(only)'. The rows are: \(names).")
    }
  }

  func run() async throws {
    defer { CompiledProgram.removeAll() }
    var rows: [Measurement] = []
    for benchmark in Benchmark.all where only == nil || benchmark.name == only {
      rows += await benchmark.measure()
    }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(rows), as: UTF8.self))
    } else {
      printTable(rows)
      if rows.contains(where: { $0.name.hasPrefix("mlp-") }) { Peers.printTable() }
    }
  }

  private func printTable(_ rows: [Measurement]) {
    let header = ["row", "time", "reference", "its time", "ratio"]
    let cells = rows.map { row in
      [
        row.name, String(format: "%.1f %@", row.value, row.unit), row.reference,
        String(format: "%.1f %@", row.referenceValue, row.unit), String(format: "%.2f", row.ratio),
      ]
    }
    let widths = header.indices.map { column in
      ([header] + cells).map { $0[column].count }.max() ?? 0
    }
    for row in [header] + cells {
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      print(padded.joined(separator: "  "))
    }
  }
}
