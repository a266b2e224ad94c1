import BookModel
import Digests

/// A script beside the pages that holds WebAssembly: pages from files can load nothing else.
public struct LiveModuleFile: Sendable {
  /// The script's path in the site.
  private let path: PagePath
  private let base64: String

  /// The file for a chapter's experiments.
  /// - Parameters:
  ///   - chapter: the chapter's path
  ///   - packed: the module, as a gzip file
  public init(ofChapter chapter: String, packed: [UInt8]) {
    path = Self.path(ofChapter: chapter)
    base64 = Base64.text(packed)
  }

  /// The file for the drawing of outputs, which all pages share.
  /// - Parameter packed: the module, as a gzip file
  public init(ofDrawing packed: [UInt8]) {
    path = PagePath(parts: ["live", "drawing.js"])
    base64 = Base64.text(packed)
  }

  /// The file's path in the site, whatever it holds.
  public static func path(ofChapter chapter: String) -> String {
    let path: PagePath = path(ofChapter: chapter)
    return path.description
  }

  private static func path(ofChapter chapter: String) -> PagePath {
    PagePath(parts: ["live"] + PagePath(ofChapter: chapter).withExtension("js").parts)
  }

  /// The module within the page itself, or else in this file.
  /// - Parameter chapter: the chapter's path
  public func module(within page: Bool, ofChapter chapter: String) -> LiveChapter.Module {
    page
      ? .embedded(base64: base64) : .beside(path: PagePath(ofChapter: chapter).link(to: path))
  }

  /// The number of bytes that the module takes within a page.
  public var size: Int { base64.utf8.count }

  /// The file.
  public var file: SiteFile {
    SiteFile(path: path.description, bytes: Array("gradbookModule(\"\(base64)\")\n".utf8))
  }
}
