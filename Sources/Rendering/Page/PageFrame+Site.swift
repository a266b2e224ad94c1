extension PageFrame {
  /// Returns the data that the site's scripts read from a page: the relative path of the site's
  /// folder, and the names of the search indexes there, that of the page's language first.
  static func siteData(_ path: PagePath, _ outline: BookOutline) -> [(name: String, value: String)]
  {
    let root = path.link(to: .index).dropLast(PagePath.index.name.count)
    let names = outline.languages.map { PagePath.searchIndex($0).name }
    return [("root", String(root)), ("indexes", names.joined(separator: " "))]
      + (outline.servedVersion.map { [("version", "\($0)"), ("page", path.description)] } ?? [])
  }
}
