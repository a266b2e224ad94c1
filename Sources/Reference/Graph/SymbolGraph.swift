import Foundation

/// The public declarations of a module, from the graph that the compiler writes of it.
/// - Source: https://github.com/swiftlang/swift-docc-symbolkit, `openapi.yaml`
public struct SymbolGraph {
  /// The declarations that stand in the module's sources, in the order of the sources. What the compiler
  /// adds by itself is left out.
  public let declarations: [Declaration]

  /// Reads a graph; nil when the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard let graph = try? JSONDecoder().decode(SymbolGraphFile.self, from: Data(bytes)) else {
      return nil
    }
    var names: [String: String] = [:]
    for symbol in graph.symbols {
      names[symbol.identifier.precise] = symbol.pathComponents.joined(separator: ".")
    }
    var conformances: [String: [String]] = [:]
    for relation in graph.relationships ?? []
    where relation.kind == "conformsTo" || relation.kind == "inheritsFrom" {
      if let target = names[relation.target] {
        conformances[relation.source, default: []].append(target)
      }
    }
    declarations = graph.symbols.compactMap { symbol in
      Self.declaration(
        symbol, in: graph.module.name, conformances[symbol.identifier.precise] ?? [])
    }
    .sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private static func declaration(
    _ symbol: SymbolGraphFile.Symbol, in module: String, _ conformances: [String]
  ) -> Declaration? {
    guard !symbol.pathComponents.isEmpty, let location = symbol.location,
      let file = file(at: location.uri)
    else { return nil }
    var text = (symbol.declarationFragments ?? []).map(\.spelling).joined()
      .replacing(" : ", with: ": ").replacing(" { get set }", with: "")
    if !conformances.isEmpty, !text.contains(":") {
      text += ": " + conformances.sorted().joined(separator: ", ")
    }
    return Declaration(
      module: module, path: symbol.pathComponents, kind: Declaration.Kind(symbol.kind.identifier),
      text: text, comment: (symbol.docComment?.lines ?? []).map(\.text).joined(separator: "\n"),
      file: file, line: location.position.line + 1)
  }

  /// Returns the path of a source below `Sources`.
  private static func file(at address: String) -> String? {
    guard let place = address.ranges(of: "/Sources/").last else { return nil }
    return String(address[place.upperBound...])
  }
}
