import BookModel
import Files
import Parsing
import Rendering

/// The files that a build will write, known before any experiment runs.
struct SitePlan {
  /// Their paths below the site's folder.
  let paths: [String]

  private let isWhole: Bool
  private let chapters: [Chapter]
  private let chapterPaths: [String]
  /// The paths, without extensions, of pages whose chapters exist but are not built.
  private let unreadPages: Set<String>

  /// Plans a build.
  /// - Parameters:
  ///   - chosen: the chapters to build
  ///   - isWhole: true when these are all readable chapters
  ///   - chapterPaths: the paths of all chapters, including unreadable ones
  init(_ chosen: [Chapter], isWhole: Bool, among chapterPaths: [String]) {
    self.isWhole = isWhole
    self.chapterPaths = chapterPaths
    var paths = [Site.indexPath]
    for chapter in chosen {
      paths.append(PagePath(ofChapter: chapter.path).description)
      paths += ChapterDownloads.paths(of: chapter)
    }
    paths += LivePart.paths(of: chosen)
    if isWhole { paths += Site.wholeBookPaths(in: Set(chosen.map(\.frontMatter.language))) }
    (self.paths, chapters) = (paths, chosen)
    unreadPages = Set(chapterPaths).subtracting(chosen.map(\.path))
      .reduce(into: []) { $0.insert(Self.stem(PagePath(ofChapter: $1).description)) }
  }

  /// Checks that no two files of the site have the same path: a chapter's page may have that of the index, a
  /// file that a chapter links to that of a page.
  private func checkPaths() throws {
    var owners = [Site.indexPath: "the book's index"]
    for path in Site.wholeBookPaths(in: Set(chapters.map(\.frontMatter.language))) {
      owners[path] = "a file of the whole book"
    }
    for chapter in chapters {
      let page = PagePath(ofChapter: chapter.path).description
      if let owner = owners[page] {
        throw PageFiles.Refusal.taken(page, by: "'\(chapter.path)'", of: owner)
      }
      owners[page] = "the page of '\(chapter.path)'"
    }
    for chapter in chapters {
      for path in ChapterDownloads.paths(of: chapter) {
        guard let owner = owners[path] else { continue }
        throw PageFiles.Refusal.taken(
          path, by: "the file '\(path)', to which '\(chapter.path)' links,", of: owner)
      }
    }
  }

  /// Checks that the build will overwrite no chapter, and nothing but files made by Gradbook.
  func check(_ folder: SiteFolder, chaptersPath: String) throws {
    try checkPaths()
    if let root = FileAccess.resolved(chaptersPath), Self.overlap(root, folder.resolvedPath) {
      let places = Set(chapterPaths.compactMap(FileAccess.resolved))
      for path in paths where places.contains(PageFiles.join(folder.resolvedPath, path)) {
        let file = PageFiles.join(folder.path, path)
        throw PageFiles.Refusal.chapter(file, instead: SiteFolder.option)
      }
    }
    try folder.check(paths) { path in
      let chapter = chapters.first { ChapterDownloads.paths(of: $0).contains(path) }
      return chapter.flatMap { chapter in
        PageWriting.downloads(of: chapter).first { $0.path == path }?.bytes
      }
    }
  }

  /// Returns true when a file of an earlier build that this one did not make is no longer needed.
  /// The page of an unreadable chapter is kept, and so are the books that contained it.
  func isStale(_ path: String) -> Bool {
    guard isWhole else { return false }
    if unreadPages.isEmpty { return true }
    return path.utf8.contains(UInt8(ascii: "/")) && !unreadPages.contains(Self.stem(path))
  }

  /// Returns true when one of two folders is inside the other, or equal to it.
  private static func overlap(_ a: String, _ b: String) -> Bool {
    (a + "/").utf8.starts(with: (b + "/").utf8) || (b + "/").utf8.starts(with: (a + "/").utf8)
  }

  private static func stem(_ path: String) -> String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
  }
}
