import SwiftLexing

/// The targets that a `Package.swift` declares.
struct PackageManifest {
  /// A target, as it is written there.
  struct Target: Equatable {
    var name = ""
    /// The path of its folder.
    var path = ""
    /// The modules and commands that it depends on: targets of this package and products of others.
    var dependencies: [String] = []
    /// The folders below `path` whose files are no part of it.
    var excluded: [String] = []
    /// Whether it is a program, which others may need beside them without importing it.
    var isCommand = false
  }

  /// The targets, in the order of the text.
  private(set) var targets: [Target] = []

  /// Reads a manifest's text.
  init(_ source: String) {
    let bytes = Array(source.utf8)
    let tokens = SwiftLexer.tokens(in: source).filter {
      ![.whitespace, .newline, .comment].contains($0.kind)
    }
    func text(_ index: Int) -> String {
      String(decoding: bytes[tokens[index].range], as: UTF8.self)
    }
    /// The text of the first string in some tokens.
    func string(in range: Range<Int>) -> String? {
      range.first { tokens[$0].kind == .string }.map { String(text($0).dropFirst().dropLast()) }
    }
    /// The pieces between the commas of a group in brackets, which are left out.
    func elements(ofGroupAt open: Int) -> [Range<Int>] {
      var elements: [Range<Int>] = []
      var (start, index) = (open + 1, open + 1)
      let end = tokens.indexBehindGroup(at: open, text: text) - 1
      while index < end {
        if text(index) == "," {
          elements.append(start..<index)
          start = index + 1
        }
        index = tokens.indexBehindGroup(at: index, text: text)
      }
      return (elements + [start..<end]).filter { !$0.isEmpty }
    }
    // The end of the last target: what depends on a target may name it in the same way.
    var end = 0
    for index in tokens.indices.dropLast(2) where index >= end && text(index) == "." {
      guard text(index + 2) == "(", let folder = Self.folders[text(index + 1)] else { continue }
      end = tokens.indexBehindGroup(at: index + 2, text: text)
      var target = Target(isCommand: text(index + 1) == "executableTarget")
      for argument in elements(ofGroupAt: index + 2) where text(argument.lowerBound + 1) == ":" {
        let value = argument.dropFirst(2)
        var strings: [String] {
          elements(ofGroupAt: value.lowerBound).compactMap { string(in: $0) }
        }
        switch text(argument.lowerBound) {
        case "name": target.name = string(in: value) ?? ""
        case "path": target.path = string(in: value) ?? ""
        case "dependencies": target.dependencies = strings
        case "exclude": target.excluded = strings
        default: break
        }
      }
      if target.path.isEmpty { target.path = folder + "/" + target.name }
      targets.append(target)
    }
  }

  /// The folder of each kind of target.
  private static let folders = [
    "target": "Sources", "executableTarget": "Sources", "testTarget": "Tests",
  ]

  /// The differences between the modules that a target declares and those that its files import, sorted.
  /// - Parameters:
  ///   - target: the target
  ///   - files: its files' texts by their paths
  func differences(of target: Target, files: [String: String]) -> [String] {
    var places: [String: String] = [:]
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      for (module, line) in Self.imports(in: text) where places[module] == nil {
        places[module] = "\(path):\(line)"
      }
    }
    let commands = targets.filter(\.isCommand).map(\.name)
    let undeclared = Set(places.keys).subtracting(target.dependencies)
      .subtracting(Self.systemModules)
    let unused = Set(target.dependencies).subtracting(places.keys).subtracting(commands)
    return undeclared.sorted().map {
      "\(target.name) does not declare \($0), which \(places[$0] ?? "") imports"
    } + unused.sorted().map { "\(target.name) declares \($0), which none of its files imports" }
  }

  /// What comes with the toolchain or the system.
  private static let systemModules: Set = [
    "Darwin", "Dispatch", "Foundation", "FoundationXML", "Glibc", "Musl", "Synchronization",
    "System", "Testing",
  ]

  /// The modules that a file imports, with their lines.
  static func imports(in source: String) -> [(module: String, line: Int)] {
    let bytes = Array(source.utf8)
    let tokens = SwiftLexer.tokens(in: source).filter { $0.kind != .whitespace }
    return tokens.indices.compactMap { index in
      func text(_ token: SwiftToken) -> String {
        String(decoding: bytes[token.range], as: UTF8.self)
      }
      guard tokens[index].kind == .keyword, text(tokens[index]) == "import",
        let name = tokens[(index + 1)...].first(where: { $0.kind != .keyword })
      else { return nil }
      let above = bytes[..<tokens[index].range.lowerBound]
      return (text(name), above.count { $0 == UInt8(ascii: "\n") } + 1)
    }
  }
}
