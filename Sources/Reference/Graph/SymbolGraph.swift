/// The public declarations of a module, from the graph that the compiler writes of it.
/// - Source: https://github.com/swiftlang/swift-docc-symbolkit, `openapi.yaml`
public struct SymbolGraph {
  /// The declarations that stand in the module's sources, in the order of the sources. What the compiler
  /// adds by itself is left out.
  public let declarations: [Declaration]

  /// Reads a graph; nil when the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard let graph = JSONValue(bytes), let module = graph["module"]?["name"]?.text,
      case .array(let symbols)? = graph["symbols"]
    else { return nil }
    var names: [String: String] = [:]
    for symbol in symbols {
      if let id = symbol["identifier"]?["precise"]?.text {
        names[id] = symbol["pathComponents"]?.elements.compactMap(\.text).joined(separator: ".")
      }
    }
    var conformances: [String: [String]] = [:]
    for relation in graph["relationships"]?.elements ?? []
    where ["conformsTo", "inheritsFrom"].contains(relation["kind"]?.text) {
      guard let source = relation["source"]?.text,
        let target = relation["target"]?.text.flatMap({ names[$0] })
      else { continue }
      conformances[source, default: []].append(target)
    }
    declarations = symbols.compactMap { Self.declaration($0, in: module, conformances) }
      .sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private static func declaration(
    _ symbol: JSONValue, in module: String, _ conformances: [String: [String]]
  ) -> Declaration? {
    guard let path = symbol["pathComponents"]?.elements.compactMap(\.text), !path.isEmpty,
      let kind = symbol["kind"]?["identifier"]?.text,
      let address = symbol["location"]?["uri"]?.text, let file = file(at: address),
      let line = symbol["location"]?["position"]?["line"]?.integer
    else { return nil }
    var text = (symbol["declarationFragments"]?.elements ?? [])
      .compactMap { $0["spelling"]?.text }.joined().replacing(" : ", with: ": ")
      .replacing(" { get set }", with: "")
    let types = symbol["identifier"]?["precise"]?.text.flatMap { conformances[$0] } ?? []
    if !types.isEmpty, !text.contains(":") { text += ": " + types.sorted().joined(separator: ", ") }
    let comment = (symbol["docComment"]?["lines"]?.elements ?? []).map { $0["text"]?.text ?? "" }
    return Declaration(
      module: module, path: path, kind: Declaration.Kind(kind),
      text: text, comment: comment.joined(separator: "\n"),
      file: file, line: line + 1)
  }

  /// Returns the path of a source below `Sources`.
  private static func file(at address: String) -> String? {
    guard let place = address.ranges(of: "/Sources/").last else { return nil }
    return String(address[place.upperBound...])
  }
}
