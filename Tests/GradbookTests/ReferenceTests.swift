import BookModel
import Execution
import ForeignNames
import Foundation
import Markdown
import Reference
import Rendering
import TestTurns
import Testing

@testable import BookPipeline

/// The reference of the book as it stands.
@Suite(.startsPrograms) struct ReferenceTests {
  /// The book's chapters with their generated parts, and the compiler's graphs.
  private struct Book {
    let graphs: [[UInt8]]
    let reference: EngineReference
    let load: ChapterLoad

    init() async throws {
      let executor = Executor(.init(cacheFolder: CommandRun.cache.path))
      let graphs = try await executor.symbolGraphs(of: EngineReference.modules).get()
      let reference = EngineReference(graphs.compactMap(SymbolGraph.init))
      let folder = BookFolder(CommandRun.package.path)
      let paths = try folder.contents().chapters
      load = try await ChapterLoad(paths, within: folder.chaptersPath) { .success(reference) }
      (self.graphs, self.reference) = (graphs, reference)
    }
  }

  /// A declaration as the compiler's graph has it, read by another reader of JSON than ours.
  private struct Symbol {
    let name: String
    let text: String

    static func all(in graph: [UInt8]) throws -> [Symbol] {
      let json = try JSONSerialization.jsonObject(with: Data(graph)) as? [String: Any]
      let symbols = try #require(json?["symbols"] as? [[String: Any]])
      return symbols.compactMap { symbol in
        let place = (symbol["location"] as? [String: Any])?["uri"] as? String
        guard symbol["accessLevel"] as? String == "public", place?.contains("/Sources/") ?? false,
          let fragments = symbol["declarationFragments"] as? [[String: Any]],
          let path = symbol["pathComponents"] as? [String]
        else { return nil }
        let text = fragments.compactMap { $0["spelling"] as? String }.joined()
        return Symbol(name: path.joined(separator: "."), text: text)
      }
    }
  }

  private static func bare(_ text: String) -> String {
    text.replacing("{ get set }", with: "").filter { !$0.isWhitespace }
  }

  @Test("an engine that was built from the same sources elsewhere has the places of these")
  func movedSources() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for module in [
      "HostSystem", "Numerals", "Transcript", "GradientDescent", "Charts", "Notebook",
    ] {
      try FileManager.default.createDirectory(
        at: scratch.file("Sources"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: CommandRun.package.appending(path: "Sources/" + module),
        to: scratch.file("Sources/" + module))
    }
    func places(_ package: String?) async throws -> [String] {
      let executor = Executor(.init(cacheFolder: CommandRun.cache.path, package: package))
      let graphs = try await executor.symbolGraphs(of: ["Charts", "Notebook"]).get()
      return graphs.compactMap(SymbolGraph.init).flatMap(\.declarations).map {
        "\($0.name) \($0.file):\($0.line)"
      }
    }
    let own = try await places(nil)
    #expect(own.count > 100)
    #expect(try await places(scratch.folder.path) == own)
  }

  @Test(
    "every public declaration is on a page, every type has an example, every link leads somewhere")
  func complete() async throws {
    let book = try await Book()
    #expect(book.load.diagnostics == [])
    let chapters = book.load.chapters.filter(\.frontMatter.isReference)
    let site = Site(chapters: book.load.chapters, names: book.load.names)
    let pages = chapters.map { chapter in
      site.page(of: chapter, run: ChapterRun()).html
    }
    let shown = Set(pages.flatMap(Self.codes))
    let symbols = try book.graphs.flatMap { try Symbol.all(in: $0) }.filter { symbol in
      // The program around a block calls these.
      !symbol.name.lowercased().hasPrefix("gradbook") && symbol.name != "startNotebook()"
    }
    #expect(symbols.count > 800)
    for symbol in symbols {
      let text = Self.bare(symbol.text)
      #expect(
        shown.contains(text),
        "\(symbol.name) is on no page: \(symbol.text)")
    }
    let documented = Set(book.load.names.places.keys)
    let names = Set(
      book.reference.declarations.flatMap { [$0.name, $0.path.joined(separator: ".")] })
    for declaration in book.reference.declarations where declaration.kind != .operator {
      #expect(
        documented.contains(declaration.name),
        "name the folder of \(declaration.file) in a chapter's 'reference'")
    }
    for foreign in ForeignName.table {
      #expect(names.contains(foreign.ours), "\(foreign.name): there is no \(foreign.ours)")
    }
    let examples = Set(chapters.flatMap(Self.sectionsWithExamples))
    for declaration in book.reference.declarations
    where declaration.kind == .type && declaration.owner.isEmpty {
      #expect(
        examples.contains(declaration.name),
        """
        \(declaration.name) has no example: add a section '## \(declaration.name)' with a block \
        'swift experiment id=use-…' to the chapter of \(declaration.file)
        """)
    }
  }

  /// The contents of a page's code, without spaces, and of types without what they conform to.
  private static func codes(in page: String) -> [String] {
    page.components(separatedBy: "<code>").dropFirst().flatMap { piece -> [String] in
      let code = piece.components(separatedBy: "</code>")[0]
      var text = ""
      var isInTag = false
      for sign in code.unicodeScalars {
        if sign == "<" { isInTag = true }
        if !isInTag { text.unicodeScalars.append(sign) }
        if sign == ">" { isInTag = false }
      }
      let bare = Self.bare(
        text.replacingOccurrences(of: "&lt;", with: "<")
          .replacingOccurrences(of: "&gt;", with: ">")
          .replacingOccurrences(of: "&amp;", with: "&"))
      return [bare, bare.components(separatedBy: ":")[0]]
    }
  }

  /// The headings below which an experiment stands.
  private static func sectionsWithExamples(of chapter: Chapter) -> [String] {
    guard let tree = chapter.tree else { return [] }
    var heading = ""
    return MarkdownDocument(tree).root.children.compactMap { node in
      if node.headingLevel != nil { heading = node.plainText }
      guard node.kind == .block, let item = node.item else { return nil }
      return chapter.blocks[item].experimentID == nil ? nil : heading
    }
  }

  @Test("'api' prints a declaration with its example, follows foreign names and suggests near ones")
  func api() async throws {
    let run = try await CommandRun(["api", "torch.optim.Adam"])
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    for part in [
      "torch.optim.Adam (PyTorch): Adam", "final class Adam: Optimizer", "θ ← θ − η", "Example:",
      "Adam(learningRate:", "Sources/GradientDescent/Optimizers/Adam.swift:",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    let unknown = try await CommandRun(["api", "softmx"])
    #expect(unknown.exitCode == 1 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("nothing is called 'softmx'"))
    for near in ["'softmax'", "'NDArray.softmax'", "'Softmax'"] {
      #expect(unknown.errors.contains(near), "\(near)")
    }
  }

  @Test("without a compiler the reference is left out, and the build says so and goes on")
  func noCompiler() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# One\n\n`SGD` here.\n", to: "Chapters/en/01-a.md")
    try scratch.write(
      "---\ntitle: Rules\nreference: GradientDescent/Optimizers\n---\nWords first.\n",
      to: "Chapters/en/rules.md")
    let run = try await CommandRun(
      ["build"], in: scratch.folder,
      environment: ["GRADBOOK_SWIFTC": scratch.file("none").path])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("found no Swift compiler"), "\(run.errors)")
    let page = try scratch.read("_site/en/rules.html")
    #expect(page.contains("Words first.") && !page.contains("Adam"))
    #expect(try scratch.read("_site/en/01-a.html").contains("<code>SGD</code>"))
  }
}
