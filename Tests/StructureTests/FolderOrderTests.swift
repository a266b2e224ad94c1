import Testing

/// Folders inside a module have an order, as modules have: if two need each other, a third is missing.
///
/// A folder counts with all folders in it. The module's own folder counts as one more: its files may
/// stand below all folders or above them, not both.
@Suite struct FolderOrderTests {
  private static let modules = Set(
    Checkout.swiftFiles(in: "Sources").map { String($0.prefix { $0 != "/" }) }
  ).sorted()

  private static func graph(of module: String) throws -> FolderGraph {
    FolderGraph(
      try Checkout.swiftFiles(in: "Sources/" + module).map {
        SourceFile(path: $0, source: try Checkout.text(of: "Sources/\(module)/\($0)"))
      })
  }

  @Test("No folders of a module need each other", arguments: modules)
  func order(of module: String) throws {
    #expect(try Self.graph(of: module).circles() == [])
  }

  @Test("All modules are looked at")
  func all() {
    #expect(Self.modules.count > 10)
  }

  @Test("A circle is found through any number of folders, with a place for each of its uses")
  func circle() {
    let graph = FolderGraph([
      SourceFile(path: "A/One.swift", source: "struct One {\n  let two: Two\n}"),
      SourceFile(path: "B/Two.swift", source: "struct Two { func f() { _ = \"\\(Three.a)\" } }"),
      SourceFile(path: "C/D/Three.swift", source: "public final class Three {}\nextension One {}"),
      SourceFile(path: "Four.swift", source: "enum Four { case a(One) }"),
    ])
    #expect(
      graph.circles() == [
        "A → B: A/One.swift:2 names Two", "B → C: B/Two.swift:1 names Three",
        "C → A: C/D/Three.swift:2 names One",
      ])
  }

  @Test("Comments, members, private types and a file's own types are no uses of another folder")
  func noUses() {
    let graph = FolderGraph([
      SourceFile(path: "A/One.swift", source: "struct One { let two: Two }\nprivate enum Own {}"),
      SourceFile(
        path: "B/Two.swift",
        source: """
          // One
          struct Two { /* One */ let a = C.One, b = Own() }
          """),
      SourceFile(path: "B/Three.swift", source: "enum Three { typealias One = Int; case a(One) }"),
    ])
    #expect(graph.circles() == [])
    #expect(graph.places.keys.map(\.description) == ["A → B"])
  }
}
