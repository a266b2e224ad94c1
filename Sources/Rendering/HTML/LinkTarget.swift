/// The destination of a link in a chapter, with harmful ones refused.
enum LinkTarget: Equatable {
  /// A place that a reader may be taken to: on the web, or a mail address.
  case outside(String)
  /// A place in the book or next to it, relative to the chapter.
  case relative(String)
  /// Nowhere: the scheme is not on the list, or the address means something else on each machine.
  case refused

  /// The schemes that a link may have.
  static let schemes: Set<String> = ["http", "https", "ftp", "mailto"]

  /// Judges an address as a browser would read it: without the control characters and spaces
  /// that it overlooks, so that `java<tab>script:` has no chance.
  init(_ address: String) {
    let seen = address.unicodeScalars.filter {
      $0.value > 0x20 && !(0x7F...0xA0).contains($0.value)
    }
    let clean = String(String.UnicodeScalarView(seen))
    let bytes = clean.utf8
    let end = bytes.firstIndex { [0x3A, 0x2F, 0x3F, 0x23, 0x5C].contains($0) }
    if let end, bytes[end] == UInt8(ascii: ":") {
      let scheme = clean[..<end].lowercased()
      self = Self.schemes.contains(scheme) ? .outside(clean) : .refused
    } else if let first = bytes.first, first == 0x2F || first == 0x5C {
      // The root of a disk, or a host without a scheme.
      self = .refused
    } else {
      self = .relative(address)
    }
  }
}
