/// Leads the links of a chapter to the right places in the site.
struct ChapterLinks {
  let path: PagePath
  /// The book, if the chapter is rendered as a part of it.
  let outline: BookOutline?

  /// Returns the address that a link has on the page; nil when it must not lead anywhere. A link to
  /// another chapter's Markdown leads to its page.
  func target(of address: String) -> String? {
    switch LinkTarget(address) {
    case .refused: return nil
    case .outside(let address): return address
    case .relative(let address):
      let file = address.prefix { $0 != "#" && $0 != "?" }
      guard let page = path.page(ofChapterAt: file) else { return address }
      guard let outline, outline.contains(page) else { return address }
      return path.link(to: page) + address[file.endIndex...]
    }
  }
}
