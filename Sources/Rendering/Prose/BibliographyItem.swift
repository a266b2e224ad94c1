import BookModel

/// A work as the bibliography names it.
struct BibliographyItem {
  let words: InterfaceWords
  let entry: BibliographyEntry
  /// The year, with a letter if need be.
  let year: String

  /// Authors, year, title, where it was published, how to find it.
  var html: HTML {
    let names = entry.authors.map { name in
      name.given.isEmpty ? name.family : "\(name.given) \(name.family)"
    }
    let authors: HTML? =
      names.isEmpty ? nil : "\(words.nameList(names, more: entry.hasMoreAuthors)) "
    let parts = [title, place, address].compactMap { $0 }
    return "\(authors)(\(year)). \(parts.joined(separator: ". "))."
  }

  private func field(_ name: String) -> HTML? {
    entry.fields[name].flatMap { $0.isEmpty ? nil : HTML(text: $0) }
  }

  private var title: HTML? {
    let isWhole = ["book", "phdthesis", "mastersthesis", "proceedings"].contains(entry.type)
    return field("title").map { isWhole ? "<cite>\($0)</cite>" : $0 }
  }

  /// The journal with its volume and pages, the book that it is a part of, or the publisher.
  private var place: HTML? {
    let journal = (field("journal") ?? field("booktitle")).map { name -> HTML in
      let volume: HTML? = field("volume").map { " \($0)" }
      let number: HTML? = field("number").map { "(\($0))" }
      return "<cite>\(name)</cite>\(volume)\(number)"
    }
    let publisher = field("publisher") ?? field("school") ?? field("institution")
    let others = [journal, field("series"), field("howpublished"), field("pages"), publisher]
    let parts = (others + [edition, field("note")]).compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var edition: HTML? {
    entry.fields["edition"].map { HTML(text: words.edition($0)) }
  }

  private var address: HTML? {
    if let doi = entry.fields["doi"] {
      return "<a href=\"https://doi.org/\(doi)\">doi:\(doi)</a>"
    }
    if let url = entry.fields["url"], case .outside(let target) = LinkTarget(url) {
      return "<a href=\"\(target)\">\(url)</a>"
    }
    return nil
  }
}
