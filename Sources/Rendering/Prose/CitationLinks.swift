import BookModel
import Markdown
import Markup
import Prose

/// The citations of a chapter and its bibliography, linked to each other.
final class CitationLinks {
  private let words: InterfaceWords
  private let labels: CitationLabels
  /// The number of citations of each work.
  private var counts: [String: Int] = [:]

  init(_ entries: [BibliographyEntry], words: InterfaceWords) {
    self.words = words
    labels = CitationLabels(entries, words: words)
  }

  /// Returns true when a group is a citation, rather than a text that only looks like one.
  func isCitation(_ group: CitationGroup) -> Bool {
    group.form == .bracket || group.citations.contains { labels[$0.key] != nil }
  }

  /// Returns the text of a group of citations. An unknown work shows its key.
  func html(for group: CitationGroup) -> HTML {
    let isNarrative = group.form == .narrative
    let items = group.citations.map { work -> HTML in
      let prefix: HTML? = work.prefix.map { "\($0) " }
      let locator: HTML? = isNarrative ? nil : work.locator.map { ", \($0)" }
      guard labels[work.key] != nil else {
        return "\(prefix)<span class=\"missing\">@\(work.key)</span>\(locator)"
      }
      counts[work.key, default: 0] += 1
      let id = "_cite-\(Self.name(work.key))_\(counts[work.key, default: 1])"
      let target = "_bib-\(Self.name(work.key))"
      let label = label(of: work, isNarrative: isNarrative)
      return "\(prefix)<a id=\"\(name: id)\" href=\"#\(name: target)\">\(label)</a>\(locator)"
    }
    let brackets = isNarrative ? ("", "") : words.citationBrackets
    let separator = HTML(text: words.citationSeparator)
    return
      "<span class=\"citation\">\(brackets.0)\(items.joined(separator: separator))\(brackets.1)</span>"
  }

  /// Returns the words that a search finds in a group of citations.
  func words(for group: CitationGroup) -> String {
    let isNarrative = group.form == .narrative
    let items = group.citations.map { work in
      let label =
        labels[work.key] == nil ? "@\(work.key)" : label(of: work, isNarrative: isNarrative)
      let locator = isNarrative ? "" : work.locator.map { ", \($0)" } ?? ""
      return (work.prefix.map { "\($0) " } ?? "") + label + locator
    }
    let brackets = isNarrative ? ("", "") : words.citationBrackets
    return brackets.0 + items.joined(separator: words.citationSeparator) + brackets.1
  }

  /// Returns "Robbins and Monro 1951", "1951" or "Robbins and Monro (1951, p. 3)".
  private func label(of work: Citation, isNarrative: Bool) -> String {
    guard let label = labels[work.key] else { return "" }
    if isNarrative {
      let (opening, closing) = words.citationBrackets
      let locator = work.locator.map { ", \($0)" } ?? ""
      return words.spaced(label.names, opening) + label.year + locator + closing
    }
    return work.isYearOnly ? label.year : "\(label.names) \(label.year)"
  }

  /// Returns a key as it can stand in a name, which in an electronic book has only letters, digits
  /// and few signs.
  private static func name(_ key: String) -> String {
    if key.utf8.allSatisfy({ isPlain(UInt32($0)) }) { return key }
    return key.unicodeScalars.reduce(into: "") { name, scalar in
      if isPlain(scalar.value) || (scalar.value >= 0xC0 && scalar.properties.isAlphabetic) {
        name.unicodeScalars.append(scalar)
      } else {
        name += "·" + String(scalar.value, radix: 16, uppercase: true) + "·"
      }
    }
  }

  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  /// The name of the bibliography's heading.
  static let bibliographyAnchor = "_bibliography"

  /// Puts the bibliography at the end of a document; nothing when no work is cited.
  /// - Returns: its heading
  func addBibliography(to document: MarkdownDocument) -> MarkdownNode? {
    let cited = labels.entries.filter { counts[$0.key] != nil }
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
        opening: "<li id=\"\(name: "_bib-\(Self.name(entry.key))")\">",
        closing: "\(backlinks(to: entry.key))</li>")
      let letter = labels[entry.key]?.letter ?? ""
      BibliographyItem(words: words, entry: entry, letter: letter).write(into: line)
    }
    return heading
  }

  private func backlinks(to key: String) -> HTML {
    let links = (1...max(counts[key, default: 1], 1)).map { number -> HTML in
      "<a href=\"#\(name: "_cite-\(Self.name(key))_\(number)")\" aria-label=\"\(words.mention(number))\">\(number)</a>"
    }
    return
      " <span class=\"backlinks\"><span aria-hidden=\"true\">↩</span> \(links.joined(separator: " "))</span>"
  }
}
