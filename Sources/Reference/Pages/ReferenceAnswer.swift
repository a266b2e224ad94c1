import BookModel
import ForeignNames

/// What the reference says of a name, as plain text for a terminal.
public struct ReferenceAnswer {
  /// The text; nil when nothing here has the name, and nothing elsewhere that is known.
  public let text: String?
  /// Names that may be meant.
  public let near: [String]

  /// Looks a name up: one of ours, with or without the type around it and argument labels, or one of
  /// another framework.
  /// - Parameter example: the example for the name of an entry; nil without any
  public init(
    _ name: String, in reference: EngineReference, example: (String) -> String? = { _ in nil }
  ) {
    let entries = ReferenceEntry.entries(of: reference.declarations)
    let exact = Self.matches(name, entries, Self.exactly)
    let foreign = exact.isEmpty ? ForeignName.entries(for: name) : []
    let translated = foreign.flatMap { Self.matches($0.ours, entries, Self.exactly).prefix(1) }
    let own = exact + Self.unique(translated)
    let found = own.isEmpty ? Self.matches(name, entries, Self.inEitherCase) : own
    let heads = foreign.map { entry in
      "\(entry.name) (\(entry.framework.rawValue)): \(entry.ours)"
        + (entry.note.isEmpty ? "" : ", \(entry.note)")
    }
    let idiom = ForeignIdiom.entry(for: name).map { "\($0.name): \($0.hint)" }
    text =
      found.isEmpty
      ? idiom
      : ([heads.joined(separator: "\n")].filter { !$0.isEmpty }
        + found.map { Self.text(of: $0, members: entries, example($0.name)) })
        .joined(separator: "\n\n")
    near = text == nil ? Self.near(name, entries) : []
  }

  private typealias Test = (ReferenceEntry, String) -> Bool

  /// The whole name, else with argument labels, else its last part.
  private static var exactly: [Test] {
    [
      { $0.name == $1 },
      { entry, name in
        entry.declarations.contains { [$0.name, $0.path.joined(separator: ".")].contains(name) }
      },
      { entry, name in
        entry.lastPart == name || entry.declarations.contains { $0.path.last == name }
      },
    ]
  }

  private static var inEitherCase: [Test] {
    [
      { $0.name.lowercased() == $1.lowercased() },
      { $0.lastPart.lowercased() == $1.lowercased() },
    ]
  }

  /// The entries that pass the first test that any of them passes.
  private static func matches(
    _ name: String, _ entries: [ReferenceEntry], _ tests: [Test]
  ) -> [ReferenceEntry] {
    for test in tests {
      let found = entries.filter { test($0, name) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func unique(_ entries: [ReferenceEntry]) -> [ReferenceEntry] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.name).inserted }
  }

  private static func near(_ name: String, _ entries: [ReferenceEntry]) -> [String] {
    let last = String(name.split(separator: ".").last ?? "").lowercased()
    if last.isEmpty { return [] }
    let containing = entries.filter { entry in
      last.count > 2 && entry.lastPart.lowercased().contains(last)
    }.map(\.name)
    // A first letter is seldom wrong.
    let all = Array(Set(entries.map { $0.lastPart.lowercased() })).sorted()
    let alike = all.filter { $0.first == last.first }
    let word = NearMiss.word(near: last, among: alike) ?? NearMiss.word(near: last, among: all)
    let names = entries.filter { $0.lastPart.lowercased() == word }.map(\.name)
    return Array((names + containing.filter { !names.contains($0) }).prefix(6))
  }

  private static func text(
    of entry: ReferenceEntry, members: [ReferenceEntry], _ example: String?
  ) -> String {
    var parts = entry.declarations.map(Self.text)
    let foreign = ForeignName.table.filter { $0.ours == entry.name }.map(\.name)
    if !foreign.isEmpty { parts.append("Elsewhere: " + foreign.joined(separator: ", ")) }
    let own = members.filter { $0.declarations.contains { $0.owner == entry.name } }
    if entry.isType, !own.isEmpty {
      parts.append("Members: " + own.map(\.lastPart).joined(separator: ", "))
    }
    if let example {
      let lines = example.split(separator: "\n")
      parts.append("Example:\n\n" + lines.map { "    " + $0 }.joined(separator: "\n"))
    }
    let first = entry.declarations[0]
    parts.append("Sources/\(first.file):\(first.line)")
    return parts.joined(separator: "\n\n")
  }

  private static func text(of declaration: Declaration) -> String {
    let name = declaration.owner.isEmpty ? "" : "\(declaration.owner): "
    let head = name + SignatureLayout.lines(of: declaration.text)
    return declaration.comment.isEmpty ? head : head + "\n\n" + declaration.comment
  }
}

extension ReferenceEntry {
  /// The name without the types around it.
  var lastPart: String { String(name.split(separator: ".").last ?? "") }
}
