import BookModel
import Markup
import SwiftLexing

/// Links from names in a chapter's code to the places where the book documents them.
///
/// A name that the chapter itself declares has no link. In a block of code each name has one where it first
/// stands, and on the page each has its tip once, for pages shall stay small.
final class CodeLinks {
  /// A link around a name.
  struct Link {
    fileprivate let opening: HTML
    /// True when an electronic book of the chapter's language holds the place.
    fileprivate let isInBook: Bool
    fileprivate let isType: Bool

    /// The link around code that is marked up already.
    func around(_ html: HTML) -> HTML {
      element("<a \(opening)>", html, "</a>", without: html)
    }

    /// The link around a name, with the colour of types.
    func element(_ name: HTML) -> HTML {
      let plain: HTML = isType ? "<span class=\"t\">\(name)</span>" : name
      let kind: HTML = isType ? "class=\"t\" " : ""
      return element("<a \(kind)\(opening)>", name, "</a>", without: plain)
    }

    private func element(
      _ start: HTML, _ name: HTML, _ end: HTML, without plain: HTML
    ) -> HTML {
      let link: HTML = "\(start)\(name)\(end)"
      return isInBook ? link : HTML(onPages: link, inElectronicBooks: plain)
    }
  }

  private let names: ReferenceNames
  private let outline: BookOutline
  private let path: PagePath
  private let declared: Set<String>
  /// The documented types of variables, by their names.
  private let types: [String: String]
  /// The names whose tips are on the page.
  private var told: Set<String> = []

  /// Prepares the links of a chapter; nil in a book that documents no names.
  init?(_ chapter: Chapter, _ links: ChapterLinks) {
    guard let outline = links.outline, !outline.names.places.isEmpty else { return nil }
    names = outline.names
    self.outline = outline
    path = links.path
    let codes = chapter.blocks.filter { $0.options.source == nil }.map(\.code)
    declared = codes.reduce(into: []) { $0.formUnion(DeclaredNames.names(in: $1)) }
    types = DeclaredNames.types(in: codes).filter { [names] in names.places[$0.value] != nil }
  }

  /// Returns the links of a block of code, by the places of their tokens.
  func links(in tokens: [SwiftToken], of code: String) -> [Int: Link] {
    let bytes = Array(code.utf8)
    let solid = tokens.indices.filter { tokens[$0].kind != .whitespace }
    func text(_ place: Int) -> String {
      solid.indices.contains(place) ? tokens[solid[place]].text(in: bytes) : ""
    }
    var found: [Int: Link] = [:]
    var seen: Set<String> = []
    for place in solid.indices {
      let kind = tokens[solid[place]].kind
      guard [.typeName, .functionName, .identifier].contains(kind) else { continue }
      let isCalled = ["(", "{"].contains(text(place + 1))
      let owner = text(place - 1) == "." ? text(place - 2) : nil
      guard text(place - 1) != "func", let name = name(text(place), of: owner, isCalled: isCalled),
        seen.insert(name).inserted
      else { continue }
      if names.places[name]?.isEverywhere ?? false, told.contains(name) { continue }
      found[solid[place]] = link(to: name, isType: kind == .typeName)
    }
    return found
  }

  /// Returns the link of code within a line, such as `SGD`, `NDArray.sum` or `record { }`.
  func link(ofInline code: String) -> Link? {
    let name = code.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    let rest = code.dropFirst(name.count).drop { $0 == " " }
    guard rest.isEmpty || rest.first == "(" || rest.first == "{" else { return nil }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let (last, owners) = (parts.last ?? "", parts.dropLast())
    guard owners.count < 2 else { return nil }
    // A single small word may be anything.
    let isCalled = !rest.isEmpty
    return self.name(last, of: owners.first, isCalled: isCalled).map {
      link(to: $0, isType: false)
    } ?? nil
  }

  /// Returns the documented name that a name in code stands for.
  /// - Parameters:
  ///   - owner: what stands before a dot; empty for nothing; nil without a dot
  ///   - isCalled: true when a parenthesis or a brace follows
  private func name(_ name: String, of owner: String?, isCalled: Bool) -> String? {
    guard let owner else {
      guard let place = names.places[name], !declared.contains(name),
        isCalled || !place.isFunction, name.first?.isUppercase ?? false || place.isFunction
      else { return nil }
      return place.isFunction && ReferenceNames.isSwifts(name) ? nil : name
    }
    if declared.contains(owner) && owner.first?.isUppercase ?? false { return nil }
    let full = (types[owner] ?? owner) + "." + name
    if names.places[full] != nil { return full }
    return isCalled && !declared.contains(name) ? names.method(name) : nil
  }

  /// Straight apostrophes would be written with five bytes.
  private static func tip(_ sentence: String) -> String {
    sentence.replacing("'", with: "’").replacing("\"", with: "”")
  }

  /// The page that documents a name, in the language of this one if there is such a page.
  private func page(documenting place: ReferenceNames.Place) -> PagePath {
    let page = PagePath(ofChapter: place.chapter)
    let language = outline.entry(of: path)?.frontMatter.language
    return outline.translations(of: page).first { $0.frontMatter.language == language }?.path
      ?? page
  }

  private func link(to name: String, isType: Bool) -> Link? {
    guard let place = names.places[name] else { return nil }
    let page = page(documenting: place)
    let isHere = page == path
    let address: HTML =
      isHere
      ? "href=\"#\(name: place.anchor)\""
      : "href=\"\(address: path.link(to: page) + "#" + place.anchor)\""
    let isNew = !isHere && !place.sentence.isEmpty && told.insert(name).inserted
    let tip: HTML? = isNew ? " title=\"\(Self.tip(place.sentence))\"" : nil
    let isInBook =
      outline.entry(of: page)?.frontMatter.language
      == outline.entry(of: path)?.frontMatter.language
    return Link(opening: "\(address)\(tip)", isInBook: isInBook, isType: isType)
  }
}
