import BookModel

/// A finding in a BibTeX file, with its position.
struct BibTeXFault: Error {
  /// The index of the byte in the file.
  let offset: Int
  /// The finding.
  let message: String
  /// The next step.
  let hint: String
  /// True when a part of the entry is lost, so that a page that cites it is not complete.
  var isLoss = true
  /// A second place, with an explanation.
  var note: (offset: Int, message: String)?
}

extension BibTeXFault {
  /// The fault of an unclosed brace or quote.
  static func unclosed(at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset, message: "the entry that begins here is not closed",
      hint: "write '}' after its last field, and look for a brace or quote without its partner")
  }

  /// The fault of a value with more bytes than `BibTeXLimit.valueLength`.
  static func tooLong(_ name: String, _ length: Int, at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset,
      message: "the value of '\(name)' has \(length) bytes or more, its abbreviations written out; "
        + "a value has at most \(BibTeXLimit.valueLength)",
      hint: "shorten it, or use fewer abbreviations that are made of others")
  }

  /// The fault of abbreviations that expand to more bytes than `BibTeXLimit.expandedLength`.
  static func expandsTooMuch(at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset,
      message: "the abbreviations used up to here stand for more than "
        + "\(BibTeXLimit.expandedLength) bytes, the most of a file",
      hint: "shorten the longest abbreviations, or split the file")
  }

  /// The fault of a key that an earlier entry has.
  static func duplicate(_ key: String, at offset: Int, first: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset, message: "the key '\(key)' is used twice; the first entry counts",
      hint: "give it another key", isLoss: false, note: (first, "first used here"))
  }

  /// The fault of a field with nothing behind its `=`.
  static func missingValue(at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset, message: "found no value", hint: "put a text between braces: '{…}'")
  }

  /// The fault of an abbreviation that is not defined above.
  static func unknownAbbreviation(
    _ word: String, known: [String], at offset: Int
  ) -> BibTeXFault {
    BibTeXFault(
      offset: offset,
      message: "there is no abbreviation '\(word)'; the word itself is shown",
      hint: NearMiss.question(word, among: known) ?? "put a text between braces: '{…}'",
      isLoss: false)
  }

  /// The fault of bytes that are not UTF-8.
  static func notUTF8(at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset, message: "found a byte that is not UTF-8",
      hint: "save the file as UTF-8")
  }
}
