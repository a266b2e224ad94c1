import ForeignNames

/// The list of all names with the places where they are documented, as Markdown: our own, then those of
/// other frameworks.
struct NamesPage {
  private let plan: ReferencePlan
  private let page: ReferencePlan.Page
  private let words: ReferenceWords

  /// Lists the names for a chapter.
  init(_ plan: ReferencePlan, on page: ReferencePlan.Page) {
    (self.plan, self.page) = (plan, page)
    words = ReferenceWords(page.language)
  }

  /// The text.
  var markdown: String {
    let entries = entries
    var text = "## \(words.names) {#names}\n\n"
    var letter = ""
    let sorted = entries.map { (Self.key($0.0), $0.0, $0.1) }.sorted { $0.0 < $1.0 }
    for (key, entry, address) in sorted {
      let first = key.prefix(1).uppercased()
      if first != letter {
        letter = first
        text += "\n### \(letter) {#letter-\(letter.lowercased())}\n\n"
      }
      text += "- [`\(entry.name)`](\(address)): \(entry.sentence)\n"
    }
    let addresses = Self.addresses(entries)
    for framework in ForeignName.Framework.allCases {
      text += "\n## \(words.comingFrom(framework.rawValue)) {#from-\(Self.anchor(framework))}\n\n"
      text += "| \(framework.rawValue) | \(words.here) |\n| --- | --- |\n"
      for name in ForeignName.table where name.framework == framework {
        let ours = addresses[name.ours].map { "[`\(name.ours)`](\($0))" } ?? "`\(name.ours)`"
        let note = name.note.isEmpty ? "" : ": " + name.note
        text += "| `\(name.name)` | \(ours)\(note) |\n"
      }
    }
    return text
  }

  private static func anchor(_ framework: ForeignName.Framework) -> String {
    framework.rawValue.lowercased().replacing(" ", with: "-")
  }

  /// All entries but initializers, with their addresses.
  private var entries: [(ReferenceEntry, String)] {
    plan.pages.filter { !$0.listsNames && $0.language == page.language }.flatMap { page in
      ReferenceEntry.entries(of: page.declarations.filter { $0.kind != .initializer }).map {
        entry in
        let types = Set(page.declarations.filter { $0.kind == .type }.map(\.name))
        let anchor = ReferencePlan.anchor(of: entry.declarations[0], among: types)
        return (entry, Self.address(of: page.path) + "#" + anchor)
      }
    }
  }

  /// The addresses by names with and without argument labels.
  private static func addresses(_ entries: [(ReferenceEntry, String)]) -> [String: String] {
    var addresses: [String: String] = [:]
    for (entry, address) in entries {
      addresses[entry.name] = address
      for declaration in entry.declarations {
        addresses[declaration.name] = address
        addresses[declaration.path.joined(separator: ".")] = address
      }
    }
    return addresses
  }

  /// Names are sorted by their last part, where one looks for them.
  private static func key(_ entry: ReferenceEntry) -> String {
    let last = entry.name.split(separator: ".").last.map(String.init) ?? entry.name
    return last.lowercased() + " " + entry.name
  }

  /// The address of a chapter in the same folder.
  private static func address(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
