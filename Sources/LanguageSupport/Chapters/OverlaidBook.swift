import BookModel

/// A book in which open chapters are as their authors have them, not as they are on the disk.
package struct OverlaidBook: EditedBook {
  private let book: any EditedBook
  /// The open chapters by their paths; each is read when it is asked for.
  private let open: [String: Task<EditedChapter, Never>]

  /// Makes a book.
  package init(_ book: any EditedBook, open: [String: Task<EditedChapter, Never>]) {
    (self.book, self.open) = (book, open)
  }

  /// Reads a chapter.
  package func read(_ bytes: [UInt8], path: String) async
    -> (chapter: Chapter, findings: [Diagnostic])
  {
    await book.read(bytes, path: path)
  }

  /// Returns the other chapters of a chapter's book.
  package func chapters(beside path: String) async -> [EditedChapter]? {
    guard var chapters = await book.chapters(beside: path) else { return nil }
    for index in chapters.indices {
      if let task = open[chapters[index].path] { chapters[index] = await task.value }
    }
    return chapters
  }

  /// Returns the works that a chapter can cite.
  package func works(for path: String) async -> [CitableWork] { await book.works(for: path) }

  /// Returns the paths of the files that a chapter can use.
  package func files(beside path: String) async -> [String] { await book.files(beside: path) }
}
