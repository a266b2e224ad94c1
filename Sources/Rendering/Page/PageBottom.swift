import BookModel

/// The lines below a chapter: the ways to the one before and the one after it.
struct PageBottom {
  let words: InterfaceWords
  let path: PagePath
  let outline: BookOutline

  /// The footer; nothing for a chapter that stands alone.
  var html: HTML? {
    let neighbours = outline.neighbours(of: path)
    if neighbours.previous == nil && neighbours.next == nil { return nil }
    return """
      <footer class="bottom">
      <nav aria-label="\(words.neighbours)"><ul>
      \(link(to: neighbours.previous, relation: "prev", label: words.previous))\
      \(link(to: neighbours.next, relation: "next", label: words.next))\
      </ul></nav>
      </footer>

      """
  }

  private func link(to entry: BookOutline.Entry?, relation: HTML, label: String) -> HTML? {
    guard let entry else { return nil }
    return """
      <li class="\(relation)"><a rel="\(relation)" href="\(path.link(to: entry.path))">\
      <span>\(label)</span> <span class="title">\(entry.frontMatter.title)</span></a></li>

      """
  }
}
