import Files
import SwiftLexing
import Synchronization

/// The names of the engine that blocks can use, read from its sources when they are first needed: only
/// an error of the compiler asks for them.
final class EngineNames: Sendable {
  /// A public declaration.
  struct Name: Equatable, Sendable {
    /// The type that it belongs to; empty for a type itself, and for a function of the module.
    let owner: String
    /// Its own name: `zeros`; that of its type for an initializer.
    let base: String
    /// The labels of its parameters, `_` for none; nil when it takes no arguments.
    let labels: [String]?

    /// The name as somebody writes it, with its labels: `NDArray.zeros(_:dtype:)`.
    var written: String {
      let arguments = labels.map { "(" + $0.map { $0 + ":" }.joined() + ")" } ?? ""
      return (owner.isEmpty ? "" : owner + ".") + base + arguments
    }
  }

  /// The modules whose names are there without an import; the others serve them.
  private static let visibleModules: Set<String> = ["GradientDescent", "Charts", "Notebook"]

  private let sources: EngineSources
  /// What the sources declare.
  private struct Contents {
    var names: [Name] = []
    /// The types that have a second name, by that name.
    var aliases: [String: String] = [:]
  }

  private let cache = Mutex<Contents?>(nil)

  init(_ sources: EngineSources) { self.sources = sources }

  /// All names, in the order of the sources.
  var all: [Name] { contents.names }

  private var contents: Contents {
    cache.withLock { known in
      if let known { return known }
      let visible = sources.modules.filter { Self.visibleModules.contains($0.name) }
      var contents = Contents()
      for file in visible.flatMap(\.files) { Self.read(file, into: &contents) }
      known = contents
      return contents
    }
  }

  /// The labels of all parameters, each once.
  var labels: [String] {
    var seen: Set<String> = ["_"]
    return all.flatMap { $0.labels ?? [] }.filter { seen.insert($0).inserted }
  }

  /// Returns the name that a path leads to: `NDArray.zeros`, or `NDArray.softmax()` for the one with such
  /// labels; nil when there is none. A type's name leads to its first initializer, if it has one.
  func name(at path: String) -> Name? {
    let (base, labels) = Self.divided(path)
    let found = all.filter { name in
      let full = (name.owner.isEmpty ? "" : name.owner + ".") + name.base
      return full == base && (labels == nil || name.labels ?? [] == labels)
    }
    return found.first { $0.labels != nil } ?? found.first
  }

  /// Returns the forms in which a function, or a type's initializer, can be called, each once.
  func forms(of base: String) -> [Name] {
    var seen: Set<String> = []
    let contents = contents
    let base = contents.aliases[base] ?? base
    return contents.names.filter {
      $0.base == base && $0.labels != nil && seen.insert($0.written).inserted
    }
  }

  private static func divided(_ path: String) -> (base: String, labels: [String]?) {
    guard let open = path.firstIndex(of: "(") else {
      return (path.hasSuffix(".init") ? String(path.dropLast(5)) : path, nil)
    }
    let labels = path[path.index(after: open)...].dropLast().split(separator: ":").map(String.init)
    return (String(path[..<open]), labels)
  }

  private static func read(_ path: String, into contents: inout Contents) {
    guard let bytes = try? FileAccess.read(path) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    contents.names += Declarations(of: text).found.compactMap { declaration in
      guard declaration.isPublic, !declaration.name.hasPrefix("gradbook"),
        !declaration.name.hasPrefix("DefaultStringInterpolation")
      else { return nil }
      var path = declaration.name.replacing("`", with: "").split(separator: ".").map(String.init)
      guard var base = path.popLast() else { return nil }
      if base == "init", let type = path.popLast() { base = type }
      return Name(owner: path.joined(separator: "."), base: base, labels: declaration.labels)
    }
    for line in text.split(separator: "\n") where line.hasPrefix("public typealias ") {
      let words = line.split { $0 == " " || $0 == "<" }
      if words.count > 4, words[3] == "=" {
        contents.aliases[String(words[2])] = String(words[4])
      }
    }
  }
}
