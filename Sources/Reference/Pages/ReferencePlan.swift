import BookModel

/// Which chapter documents which declaration, in each language.
public struct ReferencePlan: Sendable {
  /// The place that stands for a list of all names.
  public static let names = "names"

  /// A chapter and what it documents.
  struct Page {
    let path: String
    let language: FrontMatter.Language
    let listsNames: Bool
    var declarations: [Declaration] = []
  }

  /// The chapters, in their order.
  private(set) var pages: [Page]
  /// The chapters and places without any declaration.
  public private(set) var emptyPlaces: [(path: String, place: String)] = []
  /// The declarations that no chapter documents.
  public private(set) var missing: [Declaration] = []

  /// Gives each declaration to the chapter of each language that names its place most exactly.
  /// - Parameter chapters: the paths and languages of the chapters, and the places that they document
  public init(
    _ reference: EngineReference,
    chapters: [(path: String, language: FrontMatter.Language, places: [String])]
  ) {
    pages = chapters.map { chapter in
      Page(
        path: chapter.path, language: chapter.language,
        listsNames: chapter.places == [Self.names])
    }
    var found: [[Int: [Declaration]]] = Array(repeating: [:], count: chapters.count)
    for declaration in reference.declarations {
      var best: [FrontMatter.Language: (chapter: Int, place: Int, length: Int)] = [:]
      for (index, chapter) in chapters.enumerated() {
        for (number, place) in chapter.places.enumerated() where declaration.isWithin(place) {
          if place.utf8.count > best[chapter.language]?.length ?? -1 {
            best[chapter.language] = (index, number, place.utf8.count)
          }
        }
      }
      if best.isEmpty { missing.append(declaration) }
      for best in best.values { found[best.chapter][best.place, default: []].append(declaration) }
    }
    for (index, chapter) in chapters.enumerated() where !pages[index].listsNames {
      for (number, place) in chapter.places.enumerated() {
        let own = found[index][number] ?? []
        if own.isEmpty { emptyPlaces.append((chapter.path, place)) }
        pages[index].declarations += own
      }
    }
  }
}

extension ReferencePlan {
  /// Where each name is documented: in English, or else in another language. The pages of other languages
  /// have the same labels.
  public var documentedNames: ReferenceNames {
    var places: [String: ReferenceNames.Place] = [:]
    let sorted = pages.filter { $0.language == .english } + pages.filter { $0.language != .english }
    for page in sorted where !page.listsNames {
      let types = Set(page.declarations.filter { $0.kind == .type }.map(\.name))
      for declaration in page.declarations where declaration.kind != .operator {
        if places[declaration.name] != nil { continue }
        places[declaration.name] = ReferenceNames.Place(
          chapter: page.path, anchor: Self.anchor(of: declaration, among: types),
          sentence: DocComment(declaration.comment).sentence.filter { $0 != "`" },
          isFunction: declaration.kind == .function,
          isEverywhere: declaration.module == "Notebook" && declaration.owner.isEmpty)
      }
    }
    return ReferenceNames(places)
  }

  /// Returns the label under which a page documents a declaration. Properties and cases stand under
  /// the outermost of their types on the page.
  static func anchor(of declaration: Declaration, among types: Set<String>) -> String {
    let own = ReferenceEntry.anchor(of: ReferenceEntry.name(for: declaration))
    guard declaration.kind == .property || declaration.kind == .enumCase else { return own }
    return declaration.outermostType(among: types).map(ReferenceEntry.anchor) ?? own
  }
}

extension Declaration {
  /// The outermost of the types around it that is one of some.
  func outermostType(among types: Set<String>) -> String? {
    (1..<max(path.count, 1)).lazy
      .map { path.prefix($0).joined(separator: ".") }.first(where: types.contains)
  }

  /// Returns true when its file is a place below `Sources`, or lies in it.
  func isWithin(_ place: String) -> Bool {
    file == place || file.utf8.starts(with: (place + "/").utf8)
  }
}
