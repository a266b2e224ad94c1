import BookModel
import ForeignNames

/// The generated part of a page of the reference, as Markdown.
public struct ReferencePage {
  /// A type or a group of functions with what belongs to it.
  struct Section {
    let entry: ReferenceEntry
    /// Its properties and cases.
    var properties: [Declaration] = []
    /// Its initializers, methods and operators.
    var members: [ReferenceEntry] = []

    var declarations: [Declaration] {
      entry.declarations + properties + members.flatMap(\.declarations)
    }
  }

  private let words: ReferenceWords
  private let sections: [Section]
  private let files: [String]

  /// Describes the page of some declarations.
  /// - Parameters:
  ///   - declarations: all that the page documents, in the order of the page
  ///   - first: names of sections that come first, in this order
  ///   - language: the language of the words between the documentation
  public init(
    _ declarations: [Declaration], first: [String] = [],
    language: FrontMatter.Language = .english
  ) {
    words = ReferenceWords(language)
    let sections = Self.sections(of: declarations)
    let places = Dictionary(
      first.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = sections.enumerated().sorted { a, b in
      let (placeA, placeB) = (places[a.1.entry.name] ?? .max, places[b.1.entry.name] ?? .max)
      return placeA == placeB ? a.0 < b.0 : placeA < placeB
    }
    self.sections = ordered.map(\.1)
    var seen: Set<String> = []
    files = self.sections.flatMap(\.declarations).map(\.file).filter { seen.insert($0).inserted }
  }

  /// The names of the sections, in their order.
  public var names: [String] { sections.map(\.entry.name) }

  private static func sections(of declarations: [Declaration]) -> [Section] {
    let types = Set(declarations.filter { $0.kind == .type }.map(\.name))
    // A type within another one is one of its members.
    func home(of declaration: Declaration) -> String? { declaration.outermostType(among: types) }
    var sections: [Section] = []
    var places: [String: Int] = [:]
    for entry in ReferenceEntry.entries(of: declarations.filter { home(of: $0) == nil }) {
      places[entry.name] = sections.count
      sections.append(Section(entry: entry))
    }
    let inner = Dictionary(
      grouping: declarations.compactMap { declaration in
        home(of: declaration).map { ($0, declaration) }
      }, by: \.0)
    for (name, members) in inner {
      guard let place = places[name] else { continue }
      let own = members.map(\.1)
      let isProperty = { (declaration: Declaration) in
        declaration.kind == .property || declaration.kind == .enumCase
      }
      sections[place].properties = own.filter { isProperty($0) }
      sections[place].members = ReferenceEntry.entries(of: own.filter { !isProperty($0) })
    }
    return sections
  }

  /// The page's text.
  public var markdown: String {
    sections.map(markdown).joined() + sources
  }

  private func markdown(_ section: Section) -> String {
    var text = "## \(section.entry.name) {#\(section.entry.anchor)}\n\n"
    text += described(section.entry)
    if !section.properties.isEmpty { text += properties(section) }
    if section.members.count > Self.fewMembers {
      let links = section.members.map { "[`\($0.lastPart)`](#\($0.anchor))" }
      text += words.label(words.members) + "\(links.joined(separator: Self.separator))\n\n"
    }
    for member in section.members {
      text += "### \(member.name) {#\(member.anchor)}\n\n" + described(member)
    }
    return text
  }

  /// What stands between the names of a list: a comma behind a long name might begin a line.
  private static let separator = " · "

  /// More of them have a list.
  private static let fewMembers = 8

  private func described(_ entry: ReferenceEntry) -> String {
    entry.declarations.map { described($0) }.joined() + elsewhere(entry) + source(entry)
  }

  private func described(_ declaration: Declaration) -> String {
    let comment = DocComment(declaration.comment)
    var text = "```swift\n\(SignatureLayout.lines(of: declaration.text))\n```\n\n"
    text += comment.body.isEmpty ? "" : comment.body + "\n"
    for parameter in comment.parameters { text += "- `\(parameter.name)`: \(parameter.text)\n" }
    if !comment.parameters.isEmpty { text += "\n" }
    for field in comment.fields {
      text += words.label(words.field(field.name)) + "\(field.text)\n\n"
    }
    return text
  }

  /// What other frameworks call it.
  private func elsewhere(_ entry: ReferenceEntry) -> String {
    let names = Set(
      [entry.name] + entry.declarations.map(\.name)
        + entry.declarations.map { $0.path.joined(separator: ".") })
    let foreign = ForeignName.table.filter { names.contains($0.ours) }
    if foreign.isEmpty { return "" }
    let list = foreign.map { "`\($0.name)`" + ($0.note.isEmpty ? "" : " (\($0.note))") }
    return words.label(words.elsewhere) + "\(list.joined(separator: Self.separator))\n\n"
  }

  private func source(_ entry: ReferenceEntry) -> String {
    var seen: Set<String> = []
    let files = entry.declarations.map(\.file).filter { seen.insert($0).inserted }
    let links = files.map {
      "[\($0.split(separator: "/").last ?? "")](#\(Self.anchor(ofFile: $0)))"
    }
    return words.label(words.code) + "\(links.joined(separator: Self.separator))\n\n"
  }

  private func properties(_ section: Section) -> String {
    section.properties.map { property in
      let comment = DocComment(property.comment)
      let owner = property.owner == section.entry.name ? "" : words.of(property.owner)
      let text = comment.body.split(separator: "\n").joined(separator: " ")
      return "- `\(property.text)`\(owner)" + (text.isEmpty ? "" : "\\\n  \(text)") + "\n"
    }.joined() + "\n"
  }

  // MARK: Sources

  private var sources: String {
    var text = "## \(words.sources) {#\(ReferenceLabel.sources)}\n\n"
    for file in files {
      text += "### \(file.split(separator: "/").last ?? "") {#\(Self.anchor(ofFile: file))}\n\n"
      text += "```swift source=\(file) fold\n```\n\n"
    }
    return text
  }

  private static func anchor(ofFile file: String) -> String {
    ReferenceLabel.sourcePrefix + ReferenceEntry.anchor(of: file.replacing(".swift", with: ""))
  }
}
