/// What a section of a chapter says, without its markup: for the search.
struct SectionText: Equatable {
  /// The name by which links find its heading; empty for what stands before the first one.
  var anchor: String
  /// The heading; empty for what stands before the first one.
  var heading: String
  /// The words below it: prose, captions, formulas, tables; no code, drawings, printed lines or
  /// errors.
  var text: String
  /// What of it is stressed, as words are where they are explained.
  var stressed = ""

  /// The sections of a chapter's markup, those without a word left out.
  static func sections(in markup: String) -> [SectionText] {
    var reader = Reader(bytes: Array(markup.utf8))
    return reader.read().filter { !$0.heading.isEmpty || !$0.text.isEmpty }
  }

  private struct Reader {
    let bytes: [UInt8]
    var sections = [SectionText(anchor: "", heading: "", text: "")]
    var words: [UInt8] = []
    var place = 0
    /// What is stressed in the section so far, and where in `words` the open stress began.
    var stressed: [UInt8] = []
    var stressStart: Int?

    mutating func read() -> [SectionText] {
      while place < bytes.count {
        guard bytes[place] == UInt8(ascii: "<") else {
          words.append(bytes[place])
          place += 1
          continue
        }
        guard let tag = MarkupTag(at: place, in: bytes) else {
          place += 1
          continue
        }
        place = tag.range.upperBound
        if isLeftOut(tag) {
          skip(to: tag)
        } else if !tag.isClosing, isHeading(tag) {
          finish()
          let anchor = tag.value(of: "id", in: bytes) ?? ""
          sections.append(SectionText(anchor: anchor, heading: "", text: ""))
        } else if tag.isClosing, isHeading(tag) {
          sections[sections.count - 1].heading = takeWords()
          stressed = []
        } else if tag.isNamed("strong", in: bytes) || tag.isNamed("em", in: bytes) {
          readStress(tag)
        } else if !isInline(tag) {
          words.append(UInt8(ascii: " "))
        }
      }
      finish()
      return sections
    }

    private mutating func finish() {
      sections[sections.count - 1].text += takeWords()
      sections[sections.count - 1].stressed = Self.text(stressed)
      stressed = []
    }

    private mutating func readStress(_ tag: MarkupTag) {
      if !tag.isClosing {
        stressStart = words.count
      } else if let start = stressStart {
        stressed += words[start...] + [UInt8(ascii: " ")]
        stressStart = nil
      }
    }

    /// What was read since.
    private mutating func takeWords() -> String {
      defer { words.removeAll(keepingCapacity: true) }
      stressStart = nil
      return Self.text(words)
    }

    /// Words with single spaces.
    private static func text(_ words: [UInt8]) -> String {
      var text: [UInt8] = []
      text.reserveCapacity(words.count)
      for byte in words {
        if byte > 0x20 {
          text.append(byte)
        } else if let last = text.last, last != 0x20 {
          text.append(0x20)
        }
      }
      if text.last == 0x20 { text.removeLast() }
      return References.resolved(text[...])
    }

    /// Goes on behind an element that has just begun.
    private mutating func skip(to tag: MarkupTag) {
      var depth = 1
      while place < bytes.count, depth > 0 {
        guard bytes[place] == UInt8(ascii: "<"), let inner = MarkupTag(at: place, in: bytes) else {
          place += 1
          continue
        }
        place = inner.range.upperBound
        guard bytes[inner.name].elementsEqual(bytes[tag.name]), !inner.isEmpty else { continue }
        depth += inner.isClosing ? -1 : 1
      }
    }

    private func isLeftOut(_ tag: MarkupTag) -> Bool {
      if tag.isClosing || tag.isEmpty { return false }
      for name: StaticString in ["pre", "svg", "annotation", "button", "script", "style"]
      where tag.isNamed(name, in: bytes) { return true }
      if tag.isNamed("a", in: bytes) {
        let kind = tag.value(of: "class", in: bytes)
        return kind == "anchor" || kind?.hasPrefix("number") == true
      }
      if tag.isNamed("div", in: bytes) { return tag.value(of: "class", in: bytes) == "failure" }
      return tag.isNamed("details", in: bytes)
        && tag.value(of: "class", in: bytes)?.hasPrefix("data") == true
    }

    private func isHeading(_ tag: MarkupTag) -> Bool {
      tag.name.count == 2 && bytes[tag.name.lowerBound] == UInt8(ascii: "h")
        && (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[tag.name.lowerBound + 1])
    }

    /// Whether the words before and after the tag may be one.
    private func isInline(_ tag: MarkupTag) -> Bool {
      for name: StaticString in [
        "a", "code", "span", "sup", "sub", "math", "mi", "mn", "mo", "mrow", "mark",
      ] where tag.isNamed(name, in: bytes) { return true }
      return false
    }
  }
}
