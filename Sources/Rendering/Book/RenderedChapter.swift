import BookModel

/// A chapter's page, and what the whole book is put together from.
public struct RenderedChapter: Sendable {
  /// The page.
  public let page: Page
  /// The chapter's place in the book.
  let entry: BookOutline.Entry
  /// The sections of its contents.
  let sections: [PageContents.Section]
  /// Its text below the title.
  let body: HTML
  /// The scripts that its text has a use for.
  let scripts: [PageScript]
}
