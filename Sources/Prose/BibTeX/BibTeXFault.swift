/// An error in an entry of a BibTeX file, with its position.
struct BibTeXFault: Error {
  /// The index of the byte in the file.
  let offset: Int
  /// The finding.
  let message: String
  /// The next step.
  let hint: String
}

extension BibTeXFault {
  /// The error of an unclosed brace or quote.
  static func unclosed(at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset, message: "the entry that begins here is not closed",
      hint: "write '}' after its last field, and look for a brace or quote without its partner")
  }

  /// The error of a value with more bytes than `BibTeXLimit.valueLength`.
  static func tooLong(_ name: String, _ length: Int, at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset,
      message: "the value of '\(name)' has \(length) bytes or more, its abbreviations written out; "
        + "a value has at most \(BibTeXLimit.valueLength)",
      hint: "shorten it, or use fewer abbreviations that are made of others")
  }

  /// The error of abbreviations that expand to more bytes than `BibTeXLimit.expandedLength`.
  static func expandsTooMuch(at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset,
      message: "the abbreviations used up to here stand for more than "
        + "\(BibTeXLimit.expandedLength) bytes, the most of a file",
      hint: "shorten the longest abbreviations, or split the file")
  }

  /// The error of a file with more errors than `BibTeXLimit.faults`.
  static func tooManyFaults(at offset: Int) -> BibTeXFault {
    BibTeXFault(
      offset: offset,
      message: "the file has \(BibTeXLimit.faults) faults; from here on it is not read",
      hint: "correct the faults above")
  }
}
