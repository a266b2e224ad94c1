import Testing

/// A module that is imported without being declared compiles as long as something else happens to build
/// it before.
@Suite struct DependencyTests {
  private static let manifest: PackageManifest = {
    do { return PackageManifest(try Checkout.text(of: "Package.swift")) } catch {
      fatalError("\(error)")
    }
  }()

  @Test(
    "A target declares the modules that its files import, and no others",
    arguments: manifest.targets.map(\.name))
  func declared(name: String) throws {
    let target = try #require(Self.manifest.targets.first { $0.name == name })
    let files = Checkout.swiftFiles(in: target.path).filter { file in
      !target.excluded.contains { file.hasPrefix($0 + "/") }
    }
    // `PageAssets` and the sandbox are in C.
    let inC = ["PageAssets", "gradbook-compiler", "gradbook-sandbox"]
    #expect(files.isEmpty == inC.contains(name))
    let texts = try files.map { file in
      let path = target.path + "/" + file
      return (path, try Checkout.text(of: path))
    }
    let differences = Self.manifest.differences(
      of: target, files: Dictionary(uniqueKeysWithValues: texts))
    #expect(differences == [])
  }

  @Test("Every folder of Sources and of Tests with Swift files is a target's")
  func folders() throws {
    for root in ["Sources", "Tests"] {
      let folders = Set(Checkout.swiftFiles(in: root).map { "\(root)/" + $0.prefix { $0 != "/" } })
      #expect(folders.count > 10)
      #expect(folders.subtracting(Self.manifest.targets.map(\.path)) == [])
    }
  }

  private static let small = PackageManifest(
    """
    let settings: [Setting] = [.flags(["-O"], .when(configuration: .debug))]
    let package = Package(
      name: "small", products: [.executable(name: "tool", targets: ["tool"])],
      dependencies: [.package(url: "https://a.org/Parser", from: "1.0.0")],
      targets: [
        .target(name: "Base"),  // .target(name: "Comment"),
        .target(
          name: "Top", dependencies: ["Base", .product(name: "Parser", package: "parser"), "tool"],
          path: "Elsewhere/Top", exclude: ["Data", "More"], settings: settings),
        .executableTarget(name: "tool", dependencies: [.target(name: "Top")]),
        .testTarget(name: "TopTests", dependencies: ["Top"]),
      ])
    """)

  @Test("Targets are read with their folders, dependencies and exclusions, and products are none")
  func targets() {
    #expect(
      Self.small.targets == [
        .init(name: "Base", path: "Sources/Base"),
        .init(
          name: "Top", path: "Elsewhere/Top", dependencies: ["Base", "Parser", "tool"],
          excluded: ["Data", "More"]),
        .init(name: "tool", path: "Sources/tool", dependencies: ["Top"], isCommand: true),
        .init(name: "TopTests", path: "Tests/TopTests", dependencies: ["Top"]),
      ])
  }

  @Test("What is not declared is named with its file and line, and so is what is declared in vain")
  func differences() {
    let differences = Self.small.differences(
      of: Self.small.targets[1],
      files: [
        "B.swift": "import Foundation\nimport Other",
        "A.swift": "// import Comment\n#if x\n  @_exported import struct Other.Thing\n#endif\n",
        "C.swift": "let text = \"import Quoted\"\n@testable import Parser",
      ])
    #expect(
      differences == [
        "Top does not declare Other, which A.swift:3 imports",
        "Top declares Base, which none of its files imports",
      ])
    #expect(Self.small.differences(of: Self.small.targets[0], files: ["A.swift": ""]) == [])
  }
}
