import BookModel
import Markup

/// The lines below a chapter: what of it one can take away, and the ways to the chapters before and
/// after it.
struct PageBottom {
  let words: InterfaceWords
  let path: PagePath
  let outline: BookOutline
  /// True when the chapter's source can be downloaded.
  let hasSource: Bool
  /// True when anything in the chapter runs.
  let hasProgram: Bool

  /// The footer.
  var html: HTML {
    """
    <footer class="bottom">
    \(downloads)\(LanguageLinks(words: words, path: path, outline: outline).html)\(ways)</footer>

    """
  }

  private var downloads: HTML? {
    guard hasSource || hasProgram else { return nil }
    let source = hasSource ? download(path.withExtension("md"), words.chapterSource) : nil
    let program = hasProgram ? download(path.withExtension("swift"), words.chapterProgram) : nil
    return "<ul class=\"downloads\">\(source)\(program)</ul>\n"
  }

  private func download(_ file: PagePath, _ label: String) -> HTML {
    "<li><a download=\"\(file.name)\" href=\"\(path.link(to: file))\">\(label)</a></li>"
  }

  private var ways: HTML? {
    let neighbours = outline.neighbours(of: path)
    if neighbours.previous == nil && neighbours.next == nil { return nil }
    return """
      <nav aria-label="\(words.neighbours)"><ul>
      \(link(to: neighbours.previous, relation: "prev", label: words.previous))\
      \(link(to: neighbours.next, relation: "next", label: words.next))\
      </ul></nav>

      """
  }

  private func link(to entry: BookOutline.Entry?, relation: HTML, label: String) -> HTML? {
    guard let entry else { return nil }
    return """
      <li class="\(relation)"><a rel="\(relation)" href="\(path.link(to: entry.path))">\
      <span>\(label)</span> <span class="title"\(DirectionMarking.attribute(for: entry.frontMatter.title))>\
      \(entry.frontMatter.title)</span></a></li>

      """
  }
}
