import BookModel
import Markdown
import Markup

/// A work as the bibliography names it.
struct BibliographyItem {
  let words: InterfaceWords
  let entry: BibliographyEntry
  /// The year, with a letter if need be.
  let year: String

  /// A piece of the item's line.
  private enum Piece {
    case text(String)
    /// The title of a work that stands alone.
    case work(String)
    case link(String, address: String)
  }

  /// Puts authors, year, title, place of publication and address at the end of a line.
  func write(into line: MarkdownNode) {
    let names = entry.authors.map { name in
      name.given.isEmpty ? name.family : "\(name.given) \(name.family)"
    }
    let authors = names.isEmpty ? "" : words.nameList(names, more: entry.hasMoreAuthors) + " "
    let parts = [title, place, address].compactMap { $0 }.joined(separator: [.text(". ")])
    for piece in [.text("\(authors)(\(year)). ")] + parts + [.text(".")] {
      switch piece {
      case .text(let text): line.append(text: text)
      case .work(let title):
        line.appendInline(opening: "<cite>", closing: "</cite>").append(text: title)
      case .link(let text, let address):
        line.appendInline(opening: "<a href=\"\(address)\">", closing: "</a>").append(text: text)
      }
    }
  }

  private func field(_ name: String) -> String? {
    entry.fields[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private var title: [Piece]? {
    let isWhole = ["book", "phdthesis", "mastersthesis", "proceedings"].contains(entry.type)
    return field("title").map { isWhole ? [.work($0)] : [.text($0)] }
  }

  /// The journal with its volume and pages, the book that it is a part of, or the publisher.
  private var place: [Piece]? {
    let journal = (field("journal") ?? field("booktitle")).map { name -> [Piece] in
      let volume = field("volume").map { " \($0)" } ?? ""
      let number = field("number").map { "(\($0))" } ?? ""
      return [.work(name), .text(volume + number)]
    }
    let publisher = field("publisher") ?? field("school") ?? field("institution")
    let edition = entry.fields["edition"].map(words.edition)
    let others = [
      field("series"), field("howpublished"), field("pages"), publisher, edition, field("note"),
    ].compactMap { $0 }.map { [Piece.text($0)] }
    let parts = (journal.map { [$0] } ?? []) + others
    return parts.isEmpty ? nil : Array(parts.joined(separator: [.text(", ")]))
  }

  private var address: [Piece]? {
    if let doi = entry.fields["doi"] {
      return [.link("doi:\(doi)", address: "https://doi.org/\(doi)")]
    }
    if let url = entry.fields["url"], case .outside(let target) = LinkTarget(url) {
      return [.link(url, address: target)]
    }
    return nil
  }
}
