import BookModel

/// A chapter's page, and its part of the whole books in its language.
public struct RenderedChapter: Sendable {
  /// The page.
  public let page: Page
  /// The part.
  public let part: BookPart
  /// The diagnostics of outputs that were left out because the page would be too large.
  public let faults: [Diagnostic]
}
