import Files
import Testing

@testable import Execution

@Suite struct EngineSourcesTests {
  /// A package with an empty file for each module that blocks link, and one for the charts' drawing.
  private func package() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for module in EngineSources.moduleNames + ["ChartDrawing/Axes"] {
      let path = folder.path + "/Sources/" + module
      try FileAccess.makeFolder(path)
      try FileAccess.writeAtomically([], to: path + "/File.swift")
    }
    return folder
  }

  @Test("An edit of what charts look like leaves the engine as it is, one of their values does not")
  func fingerprint() throws {
    let package = try package()
    func digest() throws -> String {
      try #require(EngineSources(package: package.path, notes: package.path)).digest
    }
    func edit(_ file: String) throws {
      try FileAccess.writeAtomically(
        Array("// Another\n".utf8), to: package.path + "/Sources/" + file)
    }
    let before = try digest()
    try edit("ChartDrawing/Axes/File.swift")
    try edit("ChartDrawing/Axes/Other.swift")
    #expect(try digest() == before)
    try edit("Charts/File.swift")
    #expect(try digest() != before)
  }

  @Test("The modules that blocks link import each other, the system's library and nothing else")
  func imports() throws {
    let package = try #require(EngineSources.findPackage())
    let sources = try #require(EngineSources(package: package))
    #expect(!EngineSources.moduleNames.contains("ChartDrawing"))
    let system = ["Darwin", "Glibc", "Musl"]
    for (index, module) in sources.modules.enumerated() {
      let known = EngineSources.moduleNames[..<index] + system
      for file in module.files {
        #expect(file.contains("/Sources/" + module.name + "/"))
        let text = String(decoding: try FileAccess.read(file), as: UTF8.self)
        for line in text.split(separator: "\n") {
          let words = line.split { $0 == " " || $0 == "." }
          guard let keyword = words.firstIndex(of: "import"), keyword <= 1 else { continue }
          // `import func Module.name` names the kind of what it imports first.
          let name = words[keyword + 1] == "func" ? words[keyword + 2] : words[keyword + 1]
          #expect(known.contains(String(name)), "\(file): \(line)")
        }
      }
    }
  }
}
