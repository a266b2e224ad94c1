import Digests

/// A script that a page carries. It adds to a page that is complete without it.
///
/// A script is the same on every page; what differs, its words and addresses, it reads from the
/// attributes of the body. So its fingerprint in the page's content security policy lets it through,
/// and nothing else.
///
/// To add one: write it as `static let` in an extension, in a file of its own, and name it where
/// the page that needs it is put together (`ChapterPage.scripts`).
struct PageScript: Sendable {
  /// What the script says, by the name under which it finds it: `copy` stands in the body's
  /// attribute `data-copy`, and is `words.copy` in the script. Names are in lower case.
  typealias Words = @Sendable (InterfaceWords) -> KeyValuePairs<String, String>

  /// The script as it stands between its tags.
  let source: String
  /// The SHA-256 of `source` in base64.
  let fingerprint: String
  /// What it says.
  let words: Words
  /// Whether it runs before the page is painted instead of at its end; it must be short then.
  var comesFirst = false
  /// Whether it loads scripts from beside the page.
  var loadsScripts = false

  /// A script.
  /// - Parameters:
  ///   - body: statements in strict mode and a scope of their own; `words` is the body's `dataset`
  ///   - words: what it says
  init(_ body: String, words: @escaping Words = { _ in [:] }) {
    source =
      "'use strict';\n{\nconst words = document.body.dataset;\n\(CompactScript.text(body))\n}"
    var digest = SHA256()
    digest.update(Array(source.utf8))
    fingerprint = Base64.text(digest.digest())
    self.words = words
  }

  /// Those of the scripts that chapters may have a use for which have the given fingerprints.
  static func ofChapters(_ fingerprints: some Sequence<String>) -> [PageScript] {
    let used = Set(fingerprints)
    return [copy, dataFile, pointer, animation].filter { used.contains($0.fingerprint) }
  }

  /// The script with its tags.
  var html: HTML { "<script>\(HTML(trusted: source))</script>\n" }
}
