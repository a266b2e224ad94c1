import BookModel

/// Finds the addresses of a work: `doi`, `eprint` and `url`, as people write them.
struct BibLaTeXLinks {
  private let fields: [String: BibTeXEntry.Value]

  /// Begins with the fields of an entry.
  init(_ fields: [String: BibTeXEntry.Value]) { self.fields = fields }

  /// The links; the address itself only when there is no DOI.
  var links: [BibliographyEntry.Link] {
    let doi = self.doi
    var all = [doi, eprint].compactMap(\.self)
    if let url = value("url"), doi == nil, !all.contains(where: { $0.address == url }) {
      all.append(.init(url, address: url))
    }
    return all
  }

  private func value(_ name: String) -> String? {
    fields[name].map { LaTeXText.verbatim($0.text) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: DOI

  private var doi: BibliographyEntry.Link? {
    guard let value = value("doi") else { return nil }
    let number = Self.without(
      ["https://", "http://", "dx.doi.org/", "doi.org/", "www.doi.org/", "doi:"], value)
    if number.hasPrefix("10.") {
      return .init("doi:\(number)", address: "https://doi.org/" + Self.encoded(number))
    }
    return .init(value, address: value.contains("://") ? value : nil)
  }

  private static func without(_ prefixes: [String], _ text: String) -> String {
    prefixes.reduce(text) { rest, prefix in
      rest.lowercased().hasPrefix(prefix) ? String(rest.dropFirst(prefix.count)).trimmed : rest
    }
  }

  /// Encodes the characters that an address cannot have.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.unicodeScalars.reduce(into: "") { encoded, scalar in
      if scalar.value > 0x20, scalar.value < 0x7F, !"<>\"{}|\\^`#?%".unicodeScalars.contains(scalar)
      {
        encoded.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
      }
    }
  }

  // MARK: Archives

  /// Archives by the names that `eprinttype` has: what they are called, and the beginning of an
  /// address.
  private static let archives: [String: (name: String, address: String)] = [
    "arxiv": ("arXiv", "https://arxiv.org/abs/"),
    "jstor": ("JSTOR", "https://www.jstor.org/stable/"),
    "pubmed": ("PMID", "https://pubmed.ncbi.nlm.nih.gov/"),
    "pmid": ("PMID", "https://pubmed.ncbi.nlm.nih.gov/"),
    "pmcid": ("PMCID", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
    "hdl": ("HDL", "https://hdl.handle.net/"),
    "hal": ("HAL", "https://hal.science/"),
    "googlebooks": ("Google Books", "https://books.google.com/books?id="),
    "iacr": ("ePrint", "https://eprint.iacr.org/"),
  ]

  private var eprint: BibliographyEntry.Link? {
    guard let value = value("eprint") else { return nil }
    let kind = self.value("eprinttype")?.lowercased()
    let isArchive = kind.map { $0 == "arxiv" } ?? Self.isArXiv(Self.arXivNumber(value))
    if isArchive {
      let number = Self.arXivNumber(value)
      let topic = self.value("eprintclass").map { number.contains("/") ? "" : " [\($0)]" } ?? ""
      return .init(
        "arXiv:\(number)\(topic)", address: "https://arxiv.org/abs/" + Self.encoded(number))
    }
    if let archive = kind.flatMap({ Self.archives[$0] }) {
      let isAddress = value.contains("://")
      return .init(
        isAddress ? value : "\(archive.name):\(archive.name.contains(" ") ? " " : "")\(value)",
        address: isAddress ? value : archive.address + Self.encoded(value))
    }
    if value.contains("://") { return .init(value, address: value) }
    return .init((self.value("eprinttype").map { "\($0):" } ?? "") + value, address: nil)
  }

  private static func arXivNumber(_ text: String) -> String {
    let number = without(
      ["https://", "http://", "www.", "arxiv.org/", "abs/", "pdf/", "arxiv:"], text)
    return number.hasSuffix(".pdf") ? String(number.dropLast(4)) : number
  }

  /// Returns true for "1412.6980v9" and "hep-th/9603067".
  private static func isArXiv(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    func isDigits(_ part: some StringProtocol, _ count: ClosedRange<Int>) -> Bool {
      count.contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let version = (parts.last ?? "").split(separator: "v", omittingEmptySubsequences: false)
    guard version.count <= 2, version.count == 1 || isDigits(version[1], 1...3) else {
      return false
    }
    if parts.count == 2 {
      let isArchive = parts[0].utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || $0 > 0x40 }
      return !parts[0].isEmpty && isArchive && isDigits(version[0], 7...7)
    }
    let number = version[0].split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 1 && number.count == 2 && isDigits(number[0], 4...4)
      && isDigits(number[1], 4...5)
  }
}
