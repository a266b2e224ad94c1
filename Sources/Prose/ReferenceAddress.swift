/// The address of a link, read as a place within the book.
public struct ReferenceAddress: Equatable, Sendable {
  /// What an address leads to.
  public enum Target: Equatable, Sendable {
    /// A place in the same chapter.
    case here
    /// A chapter, by its Markdown file or by its page; see `path`.
    case chapter
    /// Another file beside the chapters.
    case file
  }

  /// What it leads to.
  public let target: Target
  /// The path of the file, relative to the chapter with the link, not encoded; empty for the same
  /// chapter. For a chapter's page `02-b.html` it is `02-b.md`.
  public let path: String
  /// True when it names a chapter's page; there may be no such chapter.
  public let isPage: Bool
  /// The name behind `#`, not encoded; nil without one.
  public let label: String?

  /// Reads an address such as `#fig-loss`, `02-conditioning.md#rate` or `/data/airfoil.csv`; nil for one
  /// outside of the book.
  ///
  /// - Parameters:
  ///   - address: the address as written
  ///   - chapter: the path of the chapter. An address that begins with `/` is relative to the nearest
  ///     folder `Chapters` around it.
  public init?(_ address: String, from chapter: String) {
    let bytes = address.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let file = bytes[..<(hash ?? bytes.endIndex)]
    let name = hash.map { Self.decoded(address[address.utf8.index(after: $0)...]) }
    label = name?.isEmpty == false ? name : nil
    guard !file.isEmpty else {
      guard label != nil else { return nil }
      (target, path, isPage) = (.here, "", false)
      return
    }
    let isElsewhere = file.contains {
      [UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "\\")].contains($0)
    }
    guard !isElsewhere, !file.starts(with: "//".utf8), file.last != UInt8(ascii: "/") else {
      return nil
    }
    let place = Self.relative(Self.decoded(address[..<file.endIndex]), from: chapter)
    isPage = place.hasSuffix(".html")
    if isPage {
      (target, path) = (.chapter, place.dropLast(".html".count) + ".md")
    } else {
      let isChapter = place.hasSuffix(".md") || place.hasSuffix(".markdown")
      (target, path) = (isChapter ? .chapter : .file, place)
    }
  }

  /// Returns a path relative to the folder of a chapter.
  public static func relative(_ path: String, from chapter: String) -> String {
    guard path.utf8.first == UInt8(ascii: "/") else { return path }
    let folders = chapter.utf8.split(separator: UInt8(ascii: "/")).dropLast()
    let root = folders.lastIndex { $0.elementsEqual("Chapters".utf8) }
    let depth = root.map { folders.endIndex - $0 - 1 } ?? 0
    return String(repeating: "../", count: depth) + path.drop { $0 == "/" }
  }

  /// Returns a percent-encoded text as what it stands for.
  public static func decoded(_ text: some StringProtocol) -> String {
    var decoded: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16), value >= 0x20
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
