extension PageFrame {
  /// What the site's scripts read from a page: the way to the site's folder, and the names of the
  /// search indexes there, those of the page's language first.
  static func siteData(_ path: PagePath, _ outline: BookOutline) -> [(name: String, value: String)]
  {
    let root = path.link(to: .index).dropLast(PagePath.index.name.count)
    let names = outline.languages.map { PagePath.searchIndex($0).name }
    return [("root", String(root)), ("indexes", names.joined(separator: " "))]
  }
}
