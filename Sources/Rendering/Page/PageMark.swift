import Markup

/// The mark by which Gradbook's own pages are told from anyone else's.
public enum PageMark {
  /// The tag in the head of every page.
  static let tag: HTML = "<meta name=\"generator\" content=\"Gradbook\">"

  /// The number of bytes at the beginning of a file in which the mark is looked for.
  public static let searchedSize = 2048

  /// Returns true when a file that begins with these bytes is one of Gradbook's pages.
  public static func isPresent(in beginning: some Collection<UInt8>) -> Bool {
    guard beginning.starts(with: "<!DOCTYPE html>".utf8) else { return false }
    let head = String(decoding: beginning.prefix(searchedSize), as: UTF8.self)
    return head.contains(tag.markup) || head.contains(earlierPolicy)
  }

  /// The mark of pages that were made before the tag existed: their security policy.
  private static let earlierPolicy =
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
}
