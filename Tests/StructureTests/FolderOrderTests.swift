import Foundation
import Testing

/// Folders inside a module have an order, as modules have: if two need each other, a third is missing.
///
/// A folder counts with all folders in it. The module's own folder counts as one more: its files may
/// stand below all folders or above them, not both.
@Suite struct FolderOrderTests {
  /// The uses that close the circles that are left. The list may only become shorter.
  private static let exceptions: [String: Set<FolderGraph.Use>] = [
    "Rendering": [
      .init("Book", "Search"), .init("Chapter", "Book"), .init("Chapter", "Prose"),
      .init("EPUB", "Book"), .init("Page", "Book"), .init("Page", "Chapter"),
      .init("Page", "Search"),
    ]
  ]

  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  private static let modules: [String] = {
    let folders = try? FileManager.default.contentsOfDirectory(atPath: sources.path)
    return (folders ?? []).filter { !$0.hasPrefix(".") && !swiftFiles(of: $0).isEmpty }.sorted()
  }()

  private static func swiftFiles(of module: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: sources.path + "/" + module)
    return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
  }

  private static func graph(of module: String) throws -> FolderGraph {
    FolderGraph(
      try swiftFiles(of: module).map {
        let path = sources.path + "/" + module + "/" + $0
        return SourceFile(path: $0, source: try String(contentsOfFile: path, encoding: .utf8))
      })
  }

  @Test("No folders of a module need each other", arguments: modules)
  func order(of module: String) throws {
    let graph = try Self.graph(of: module)
    let exceptions = Self.exceptions[module] ?? []
    #expect(graph.circles(without: exceptions) == [])
    for exception in exceptions {
      #expect(
        graph.circles(without: exceptions.subtracting([exception])) != [],
        "\(module) has no circle through \(exception) any more; take it from the list")
    }
  }

  @Test("Every exception is of a module that there is")
  func exceptionsOfModules() {
    #expect(Self.modules.count > 10)
    #expect(Set(Self.exceptions.keys).subtracting(Self.modules) == [])
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
    #expect(graph.circles(without: [.init("B", "C")]) == [])
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
