import Foundation
import Testing

@testable import Rendering

/// The files of `Sources/PageAssets` as they stand in the sources.
enum AssetFiles {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/PageAssets")

  /// The names and texts of the files in one of the folders and those within it.
  static func texts(in name: String) throws -> [(name: String, text: String)] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: name).path).sorted()
      .filter { $0.contains(".") }.map { path in
        let file = "\(name)/\(path)"
        return (file, try String(contentsOf: folder.appending(path: file), encoding: .utf8))
      }
  }
}

@Suite struct AssetFileTests {
  @Test func everyFileIsEmbeddedAndEveryScriptIsInAPage() throws {
    let list = try String(
      contentsOf: AssetFiles.folder.appending(path: "PageAssets.c"), encoding: .utf8)
    let embedded = Set(list.matches(of: /#embed "(.*?)"/).map { String($0.1) })
    let files = try AssetFiles.texts(in: "Scripts") + AssetFiles.texts(in: "Styles")
    #expect(embedded == Set(files.map(\.name)))
    let scripts = (PageScript.site + [.copy, .dataFile, .pointer, .animation, .live, .editing]).map(
      \.source)
    let beside = String(decoding: LiveScript.file.bytes, as: UTF8.self)
    for (name, text) in files where name.hasSuffix(".js") {
      let compact = CompactScript.text(text)
      #expect((scripts + [beside]).contains { $0.contains(compact) }, "\(name)")
    }
  }

  @Test(arguments: ["light", "dark", "print"])
  func aPaletteIsOneRuleOfWhichEveryDeclarationIsInEveryPage(name: String) throws {
    let text = try #require(
      try AssetFiles.texts(in: "Styles").first { $0.name == "Styles/\(name).css" }?.text)
    #expect(text.contains(" */\n:root {\n") && text.hasSuffix(";\n}\n"))
    #expect(text.count { $0 == "{" } == 1)
    let rule = CompactStyle.text(text)
    #expect(Stylesheet.text.contains(rule.dropFirst(":root{".count)))
  }
}
