import BookModel
import Markdown
import Markup
import Prose

/// The citations of a chapter and its bibliography, linked to each other.
final class CitationLinks {
  private let words: InterfaceWords
  /// The cited works, in the order of the bibliography.
  private let entries: [BibliographyEntry]
  private let labels: [String: String]
  /// The number of citations of each work.
  private var counts: [String: Int] = [:]

  init(_ entries: [BibliographyEntry], words: InterfaceWords) {
    self.words = words
    self.entries = entries.sorted {
      Self.order(of: $0).lexicographicallyPrecedes(Self.order(of: $1))
    }
    labels = Self.labels(of: self.entries, words)
  }

  /// Returns the text of a bracket of citations. An unknown work shows its key.
  func html(for works: [Citation]) -> HTML {
    let items = works.map { work -> HTML in
      let locator: HTML? = work.locator.map { ", \($0)" }
      guard let label = labels[work.key] else {
        return "<span class=\"missing\">@\(work.key)</span>\(locator)"
      }
      counts[work.key, default: 0] += 1
      let id = "_cite-\(work.key)_\(counts[work.key, default: 1])"
      return "<a id=\"\(name: id)\" href=\"#\(name: "_bib-\(work.key)")\">\(label)</a>\(locator)"
    }
    let (opening, closing) = words.citationBrackets
    let separator = HTML(text: words.citationSeparator)
    return
      "<span class=\"citation\">\(opening)\(items.joined(separator: separator))\(closing)</span>"
  }

  /// Returns the words that a search finds in a bracket of citations.
  func words(for works: [Citation]) -> String {
    let (opening, closing) = words.citationBrackets
    let items = works.map { work in
      (labels[work.key] ?? "@\(work.key)") + (work.locator.map { ", \($0)" } ?? "")
    }
    return opening + items.joined(separator: words.citationSeparator) + closing
  }

  /// The name of the bibliography's heading.
  static let bibliographyAnchor = "_bibliography"

  /// Puts the bibliography at the end of a document; nothing when no work is cited.
  /// - Returns: its heading
  func addBibliography(to document: MarkdownDocument) -> MarkdownNode? {
    let cited = entries.filter { counts[$0.key] != nil }
    if cited.isEmpty { return nil }
    let section = document.root.appendBlock(
      opening: "<section class=\"bibliography\">", closing: "</section>")
    let heading = section.appendBlock(opening: "")
    heading.appendInline(
      opening: "<h2 id=\"\(name: Self.bibliographyAnchor)\">", closing: "</h2>"
    ).append(text: words.bibliography)
    let list = section.appendBlock(opening: "<ul>", closing: "</ul>")
    for entry in cited {
      let line = list.appendLine(
        opening: "<li id=\"\(name: "_bib-\(entry.key)")\">",
        closing: "\(backlinks(to: entry.key))</li>")
      BibliographyItem(words: words, entry: entry, year: year(of: entry)).write(into: line)
    }
    return heading
  }

  private func backlinks(to key: String) -> HTML {
    let links = (1...max(counts[key, default: 1], 1)).map { number -> HTML in
      "<a href=\"#\(name: "_cite-\(key)_\(number)")\" aria-label=\"\(words.mention(number))\">\(number)</a>"
    }
    return
      " <span class=\"backlinks\"><span aria-hidden=\"true\">↩</span> \(links.joined(separator: " "))</span>"
  }

  // MARK: Labels

  /// The year with its letter, when two works would have the same label.
  private func year(of entry: BibliographyEntry) -> String {
    let year = entry.fields["year"] ?? ""
    let label = labels[entry.key] ?? ""
    let letter = label.unicodeScalars.last
    let hasLetter = !label.hasSuffix(year) && letter != nil
    return hasLetter ? year + String(letter.map(Character.init) ?? " ") : year
  }

  private static func labels(
    of entries: [BibliographyEntry], _ words: InterfaceWords
  ) -> [String: String] {
    let plain = entries.map { entry in
      let names = entry.authors.map(\.family)
      return words.citation(
        names.isEmpty ? [entry.fields["title"] ?? entry.key] : names,
        more: entry.hasMoreAuthors || names.count > 2, year: entry.fields["year"] ?? "")
    }
    let twins = Dictionary(grouping: plain, by: { $0 }).filter { $1.count > 1 }
    var used: [String: Int] = [:]
    var labels: [String: String] = [:]
    for (entry, label) in zip(entries, plain) {
      let number = used[label, default: 0]
      used[label] = number + 1
      let letter = twins[label] == nil ? "" : String(UnicodeScalar(UInt8(97 + min(number, 25))))
      labels[entry.key] = label + letter
    }
    return labels
  }

  private static func order(of entry: BibliographyEntry) -> [String] {
    let names = entry.authors.map { $0.family.lowercased() }
    return [names.first ?? (entry.fields["title"] ?? "").lowercased(), entry.fields["year"] ?? ""]
      + names.dropFirst() + [entry.key]
  }
}
