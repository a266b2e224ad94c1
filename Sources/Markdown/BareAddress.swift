/// An address that stands in a text as it is: `https://…`, `www.…` or `name@host`.
/// - Source: GitHub Flavored Markdown, "Autolinks"
struct BareAddress {
  /// Its bytes.
  let range: Range<Int>
  /// Where it leads.
  let destination: String

  /// Returns all addresses of a text.
  static func all(in text: [UInt8]) -> [BareAddress] {
    var found: [BareAddress] = []
    var (index, end) = (0, 0)
    while index < text.count {
      let address: BareAddress? =
        switch text[index] {
        case UInt8(ascii: ":"): web(atColon: index, in: text, from: end)
        case UInt8(ascii: "w"), UInt8(ascii: "W"): www(at: index, in: text, from: end)
        case UInt8(ascii: "@"): mail(atSign: index, in: text, from: end)
        default: nil
        }
      if let address {
        found.append(address)
        end = address.range.upperBound
      }
      index = max(address?.range.upperBound ?? 0, index + 1)
    }
    return found
  }

  private static func web(atColon colon: Int, in text: [UInt8], from limit: Int) -> BareAddress? {
    guard text[colon...].starts(with: "://".utf8) else { return nil }
    let scheme = text[limit..<colon].reversed().prefix { isLetter($0) }.count
    let start = colon - scheme
    let name = String(decoding: text[start..<colon], as: UTF8.self).lowercased()
    guard ["http", "https", "ftp"].contains(name),
      let domain = domainEnd(from: colon + 3, in: text, needsDot: false)
    else { return nil }
    let end = end(from: domain, start: start, in: text)
    return BareAddress(range: start..<end, destination: string(text[start..<end]))
  }

  private static func www(at start: Int, in text: [UInt8], from limit: Int) -> BareAddress? {
    guard string(text[start..<min(start + 4, text.count)]).lowercased() == "www.",
      isBoundary(start, text, limit), let domain = domainEnd(from: start, in: text, needsDot: true)
    else { return nil }
    let end = end(from: domain, start: start, in: text)
    return BareAddress(range: start..<end, destination: "http://" + string(text[start..<end]))
  }

  private static func mail(atSign sign: Int, in text: [UInt8], from limit: Int) -> BareAddress? {
    let name = text[limit..<sign].reversed().prefix {
      isLetter($0) || isDigit($0) || ".-_+".utf8.contains($0)
    }.count
    let host = text[(sign + 1)...].prefix { isLetter($0) || isDigit($0) || ".-_".utf8.contains($0) }
    var end = host.endIndex
    while end > sign + 1, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard name > 0, end > sign + 1, text[sign + 1..<end].dropFirst().contains(UInt8(ascii: ".")),
      text[end - 1] != UInt8(ascii: "-"), text[end - 1] != UInt8(ascii: "_")
    else { return nil }
    let range = (sign - name)..<end
    let address = string(text[range])
    return BareAddress(range: range, destination: "mailto:" + address)
  }

  /// An address without a scheme begins a text, or stands behind a space or one of `*_~(`.
  private static func isBoundary(_ start: Int, _ text: [UInt8], _ limit: Int) -> Bool {
    guard start > limit else { return start == 0 || start == limit }
    let before = text[start - 1]
    return before <= 0x20 || "*_~(".utf8.contains(before) || before >= 0x80
  }

  /// Returns the end of a domain: segments of letters, digits, `-` and `_`, with dots between them. The
  /// last two hold no `_`.
  private static func domainEnd(from start: Int, in text: [UInt8], needsDot: Bool) -> Int? {
    let domain = text[start...].prefix {
      isLetter($0) || isDigit($0) || "-_.".utf8.contains($0) || $0 >= 0x80
    }
    let segments = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true)
    guard !segments.isEmpty, !needsDot || segments.count > 1, domain.first != UInt8(ascii: ".")
    else {
      return nil
    }
    return segments.suffix(2).contains { $0.contains(UInt8(ascii: "_")) } ? nil : domain.endIndex
  }

  /// Returns the end of an address whose domain ends at a place: before a space or `<`, without
  /// punctuation that belongs to the sentence.
  private static func end(from domain: Int, start: Int, in text: [UInt8]) -> Int {
    var end = text[domain...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") }.endIndex
    var (opened, closed) = (0, 0)
    for byte in text[start..<end] {
      if byte == UInt8(ascii: "(") { opened += 1 }
      if byte == UInt8(ascii: ")") { closed += 1 }
    }
    while end > start {
      let last = text[end - 1]
      if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")"), closed > opened {
        end -= 1
        closed -= 1
      } else if last == UInt8(ascii: ";"), let reference = reference(before: end, from: start, text)
      {
        end = reference
      } else {
        break
      }
    }
    return end
  }

  /// Returns the place of the `&` of what looks like a character reference at the end of an address.
  private static func reference(before end: Int, from start: Int, _ text: [UInt8]) -> Int? {
    let name = text[start..<(end - 1)].reversed().prefix { isLetter($0) || isDigit($0) }.count
    let sign = end - 2 - name
    return name > 0 && sign > start && text[sign] == UInt8(ascii: "&") ? sign : end - 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

extension MarkdownReading {
  /// Makes links of the addresses that stand in the text as they are.
  public func readBareAddresses(in document: MarkdownDocument) {
    for node in Array(document.root.descendants) where node.kind == .text && !node.isInLink {
      guard let literal = node.literalBytes.map(Array.init),
        literal.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") })
          || literal.contains(where: { $0 | 0x20 == UInt8(ascii: "w") })
      else { continue }
      let addresses = BareAddress.all(in: literal)
      guard !addresses.isEmpty, let offsets = node.sourceOffsets(in: bytes) else { continue }
      var start = 0
      func part(_ range: Range<Int>) -> MarkdownNode {
        node.insertPart(range, at: offsets[range.lowerBound]..<offsets[range.upperBound])
      }
      for address in addresses {
        if address.range.lowerBound > start { _ = part(start..<address.range.lowerBound) }
        part(address.range).becomeLink(to: address.destination)
        start = address.range.upperBound
      }
      let rest = start..<literal.count
      node.cut(to: rest, at: offsets[rest.lowerBound]..<offsets[rest.upperBound])
    }
  }

  /// Makes nodes of the boxes `[ ]` and `[x]` at the beginning of list items.
  /// - Source: GitHub Flavored Markdown, "Task list items"
  public func readTasks(in document: MarkdownDocument) {
    for item in document.root.descendants where item.kind == .item {
      guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
        let text = paragraph.firstChild, text.kind == .text,
        let literal = text.literalBytes.map(Array.init), literal.count > 3,
        literal[0] == UInt8(ascii: "["), literal[2] == UInt8(ascii: "]"), literal[3] == 0x20,
        let offsets = text.sourceOffsets(in: bytes)
      else { continue }
      let isDone = literal[1] | 0x20 == UInt8(ascii: "x")
      guard isDone || literal[1] == 0x20 else { continue }
      let mark = text.insertPart(0..<3, at: offsets[0]..<offsets[3])
      mark.become(.taskMark, item: isDone ? 1 : 0)
      text.cut(to: 3..<literal.count, at: offsets[3]..<offsets[literal.count])
    }
  }
}

extension MarkdownNode {
  fileprivate var isInLink: Bool {
    var node = parent
    while let current = node, !current.kind.isBlock {
      if current.kind == .link { return true }
      node = current.parent
    }
    return false
  }

  /// Puts a link to an address around the node.
  fileprivate func becomeLink(to address: String) {
    var link = MarkdownTree.Node(kind: .link)
    link.pair = document.tree.add(MarkdownTree.Pair(first: address))
    (link.startOffset, link.endOffset) = (data.startOffset, data.endOffset)
    let made = document.tree.add(link)
    document.tree.insert(made, before: index)
    document.tree.unlink(index)
    document.tree.append(index, to: made)
  }
}
