/// Adds to an entry the fields that it inherits through `crossref` and `xdata`.
///
/// - Source: the manual of BibLaTeX, appendix B (Default Inheritance Setup).
struct BibLaTeXInheritance {
  /// Returns the entry with a key, if there is one.
  let entry: (String) -> BibTeXEntry?
  /// The findings.
  private(set) var faults: [BibTeXFault] = []
  /// The keys from the entry that asked first to the one at hand.
  private var path: [String] = []
  private var finished: Set<String> = []

  init(entry: @escaping (String) -> BibTeXEntry?) { self.entry = entry }

  /// Returns the fields with the inherited ones.
  mutating func fields(of entry: BibTeXEntry) -> [String: BibTeXEntry.Value] {
    var fields = entry.fields
    path.append(entry.key)
    defer { path.removeLast() }
    for key in Self.keys(fields["xdata"]) where !finished.contains(key) {
      guard let parent = parent(key, of: entry, through: "xdata") else { continue }
      for (name, value) in self.fields(of: parent) where fields[name] == nil {
        fields[name] = value
      }
      finished.insert(key)
    }
    for key in Self.keys(fields["crossref"]).prefix(1) {
      guard let parent = parent(key, of: entry, through: "crossref") else { continue }
      let inherited = self.fields(of: parent)
      Self.inherit(inherited, of: parent.type, into: &fields, of: entry.type)
    }
    return fields
  }

  private mutating func parent(
    _ key: String, of child: BibTeXEntry, through field: String
  ) -> BibTeXEntry? {
    let offset = child.fields[field]?.offset ?? child.offset
    func fault(_ message: String, _ hint: String) -> BibTeXFault {
      BibTeXFault(offset: offset, message: message, hint: hint, isLoss: false)
    }
    if path.contains(key) {
      faults.append(
        fault(
          "the entry '\(child.key)' inherits from itself, through '\(field) = {\(key)}'",
          "remove the '\(field)' that closes the circle"))
      return nil
    }
    guard path.count < BibTeXLimit.inheritanceDepth else {
      faults.append(
        fault(
          "more than \(BibTeXLimit.inheritanceDepth) entries inherit from each other",
          "let '\(child.key)' refer to the last of them"))
      return nil
    }
    guard let parent = entry(key) else {
      faults.append(
        fault(
          "there is no '\(key)' in the bibliography, from which '\(child.key)' inherits",
          "write the entry, or remove '\(field)'"))
      return nil
    }
    return parent
  }

  /// Returns the keys in a list that commas divide.
  static func keys(_ value: BibTeXEntry.Value?) -> [String] {
    (value?.text ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func inherit(
    _ parent: [String: BibTeXEntry.Value], of parentType: String,
    into fields: inout [String: BibTeXEntry.Value], of type: String
  ) {
    let renamed = renamedTitle(from: parentType, to: type)
    let hasDate = fields["date"] != nil || fields["year"] != nil
    for (name, value) in parent.sorted(by: { $0.key < $1.key }) where !neverInherited.contains(name)
    {
      if hasDate, ["date", "year", "month", "day"].contains(name) { continue }
      var target = name
      if let renamed {
        if let kind = titles[name] {
          target = renamed + kind
          // A parent may say what its title is as the title of a book.
          if parent[target] != nil { continue }
        } else if ownTitles.contains(name) {
          continue
        }
        if name == "author", isPart(type), isBook(parentType), fields["bookauthor"] == nil {
          fields["bookauthor"] = value
        }
      }
      if fields[target] == nil, fields[alias(target)] == nil { fields[target] = value }
    }
  }

  /// The fields that are never inherited.
  private static let neverInherited: Set<String> = [
    "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options",
    "presort", "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand",
    "shorthandintro", "sortkey", "key", "keywords", "abstract", "annotation",
  ]

  private static let titles = [
    "title": "title", "subtitle": "subtitle", "titleaddon": "titleaddon",
  ]
  private static let ownTitles: Set<String> = [
    "shorttitle", "sorttitle", "indextitle", "indexsorttitle",
  ]

  private static func alias(_ name: String) -> String {
    name == "journaltitle" ? "journal" : name == "journal" ? "journaltitle" : name
  }

  /// Returns what the parent's title is called in the child: its prefix, such as "book".
  private static func renamedTitle(from parent: String, to child: String) -> String? {
    if parent.hasPrefix("mv") { return child.hasPrefix("mv") ? nil : "main" }
    if parent == "periodical" { return "journal" }
    return isPart(child) ? "book" : nil
  }

  private static func isPart(_ type: String) -> Bool {
    type.hasPrefix("in") || type.hasPrefix("supp") || type == "bookinbook" || type == "conference"
  }

  private static func isBook(_ type: String) -> Bool { type == "book" || type == "mvbook" }
}
