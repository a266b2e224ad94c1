import BookModel
import Prose

/// The path of a page in the site.
public struct PagePath: Hashable, Comparable, Sendable {
  /// The parts of the path below the site's folder; the last one is the file's name.
  public let parts: [String]

  /// The page of a chapter: `Chapters/en/03-sgd.md` becomes `en/03-sgd.html`. Of a chapter that
  /// does not lie in a folder `Chapters` only the file's name counts.
  public init(ofChapter path: String) {
    var parts = path.split(separator: "/").map(String.init)
    if let folder = parts.dropLast().lastIndex(of: "Chapters") {
      parts.removeFirst(folder + 1)
    } else {
      parts.removeFirst(max(0, parts.count - 1))
    }
    parts.removeAll { $0 == "." || $0 == ".." }
    let name = parts.popLast() ?? "chapter"
    self.parts = parts + [(Self.withoutMarkdownExtension(name) ?? name) + ".html"]
  }

  /// A page with the given parts.
  init(parts: [String]) { self.parts = parts }

  /// The index of the site.
  static let index = PagePath(parts: ["index.html"])

  /// Orders paths part by part.
  public static func < (a: PagePath, b: PagePath) -> Bool {
    a.parts.lexicographicallyPrecedes(b.parts)
  }

  /// The page of a language's whole book.
  static func book(_ language: FrontMatter.Language) -> PagePath {
    PagePath(parts: [named("book", language) + ".html"])
  }

  /// The electronic book of a language.
  static func electronicBook(_ language: FrontMatter.Language) -> PagePath {
    PagePath(parts: [named("book", language) + ".epub"])
  }

  /// The index for the search in a language.
  static func searchIndex(_ language: FrontMatter.Language) -> PagePath {
    PagePath(parts: [named("search-index", language) + ".js"])
  }

  /// The script of live experiments; the drawing of their outputs lies beside it.
  static let liveScript = PagePath(parts: ["live", "live.js"])

  /// A language's own name for a file that every language has: `book`, `book-zh`.
  private static func named(_ name: String, _ language: FrontMatter.Language) -> String {
    language == .english ? name : "\(name)-\(language.rawValue)"
  }

  /// The path of a file beside the page, under the same name with another extension.
  func withExtension(_ other: String) -> PagePath {
    PagePath(parts: Array(parts.dropLast()) + ["\(name.dropLast(".html".count)).\(other)"])
  }

  /// The file's name, with its extension.
  var name: String { parts.last ?? "" }

  /// The relative address that leads from this page to another one, percent-encoded.
  func link(to other: PagePath) -> String {
    let folder = parts.dropLast()
    let shared = zip(folder, other.parts.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + other.parts[shared...].map(Self.percentEncoded)).joined(separator: "/")
  }

  /// The page that a relative address within the chapters' folder leads to from this page's
  /// chapter, such as `../zh/03-sgd.md`; nil when the address is not that of a chapter.
  func page(ofChapterAt address: some StringProtocol) -> PagePath? {
    guard let target = path(of: address),
      let name = Self.withoutMarkdownExtension(target.name)
    else { return nil }
    return PagePath(parts: target.parts.dropLast() + [name + ".html"])
  }

  /// The path in the site of a file that lies among the chapters, by its path from this page's chapter;
  /// nil when it leads out of the folder of the chapters.
  func path(of file: some StringProtocol) -> PagePath? {
    var target = Array(parts.dropLast())
    for step in file.split(separator: "/", omittingEmptySubsequences: false) where step != "." {
      if step != ".." {
        target.append(String(step))
      } else if target.popLast() == nil {
        return nil
      }
    }
    return target.last?.isEmpty ?? true ? nil : PagePath(parts: target)
  }

  /// The file that a relative address leads to from this page, such as `../zh/03-sgd.html`; nil
  /// when it leads out of the site or names no file.
  func file(at address: some StringProtocol) -> PagePath? {
    path(of: ReferenceAddress.decoded(address))
  }

  private static func withoutMarkdownExtension(_ name: some StringProtocol) -> String? {
    for ending in [".md", ".markdown"] where name.hasSuffix(ending) && name.count > ending.count {
      return String(name.dropLast(ending.count))
    }
    return nil
  }

  private static func percentEncoded(_ part: String) -> String {
    var encoded = ""
    for byte in part.utf8 {
      switch Unicode.Scalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~":
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += byte < 16 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}

extension PagePath: CustomStringConvertible {
  /// The parts with `/` between them, such as `en/03-sgd.html`.
  public var description: String { parts.joined(separator: "/") }
}
