import BookModel
import PageAssets

/// The script of live experiments, which all pages of a site share: it stands beside them, with its style
/// and its words in every language, so that the pages stay small.
enum LiveScript {
  /// The file.
  static var file: SiteFile {
    SiteFile(path: PagePath.liveScript.description, bytes: Array(text.utf8))
  }

  private static var text: String {
    var words = JSONText()
    words.raw("{")
    for (index, language) in FrontMatter.Language.allCases.enumerated() {
      if index > 0 { words.raw(",") }
      let spoken = InterfaceWords(language: language)
      words.string(String(spoken.languageTag.prefix(2)))
      words.raw(":{")
      for (index, word) in spoken.live.enumerated() {
        if index > 0 { words.raw(",") }
        words.string(word.key)
        words.raw(":")
        words.string(word.value)
      }
      words.raw("}")
    }
    words.raw("}")
    var style = JSONText()
    style.string(Stylesheet.live)
    let parts: [PageScript] = [.copy, .dataFile, .pointer, .animation]
    return """
      'use strict';
      {
      const words = {
      ...document.body.dataset,
      ...(\(String(decoding: words.bytes, as: UTF8.self)))[document.documentElement.lang.slice(0, 2)],
      };
      const rules = \(String(decoding: style.bytes, as: UTF8.self));
      \(parts.map(\.forNewParts).joined(separator: "\n"))
      \(CompactScript.text(PageAsset.liveScript.text))
      }

      """
  }
}
