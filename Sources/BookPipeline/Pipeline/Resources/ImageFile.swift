import BookModel
import Prose

/// An image file beside a chapter.
struct ImageFile {
  /// The largest image that is embedded in a page, in bytes.
  static let maximumSize = 500_000

  private let image: EmbeddedImage
  private let chapter: String
  private let root: String

  /// Describes an image of a chapter.
  /// - Parameters:
  ///   - image: the image in the text
  ///   - chapter: the chapter's path
  ///   - root: the folder that must contain the file
  init(_ image: EmbeddedImage, chapter: String, root: String) {
    self.image = image
    self.chapter = chapter
    self.root = root
  }

  /// Reads the file's content, if it is an image within the book.
  func read() -> Result<EmbeddedImage.Content, Diagnostic> {
    let address = image.address
    let isPlain = !address.utf8.contains { $0 == UInt8(ascii: "\\") || $0 < 0x20 }
    guard isPlain, !address.isEmpty else {
      return fault("is no path beside the chapter", "write the path from the chapter's folder")
    }
    let relative = ReferenceAddress.relative(address, from: chapter)
    do throws(BookResource.Fault) {
      let file = try BookResource(
        [ReferenceAddress.decoded(relative), relative], from: chapter, within: root,
        atMost: Self.maximumSize)
      let bytes = try file.bytes()
      guard let type = ImageType.mediaType(of: bytes) else {
        return fault("is no PNG, JPEG, GIF, WebP or SVG", "save it as one of these")
      }
      return .success(EmbeddedImage.Content(mediaType: type, bytes: bytes))
    } catch {
      let severity: Diagnostic.Severity =
        switch error {
        case .outside, .tooLarge: .warning
        case .missing, .notAFile, .unreadable: .error
        }
      return fault(
        error.message(limit: "an image has at most \(Self.maximumSize)"),
        error.hint(smaller: "make it smaller: it is put into the page itself"), as: severity)
    }
  }

  private func fault(
    _ message: String, _ hint: String, as severity: Diagnostic.Severity = .error
  ) -> Result<EmbeddedImage.Content, Diagnostic> {
    .failure(
      Diagnostic(severity, at: image.range, "the image '\(image.address)' \(message)", hint: hint))
  }
}

/// Determines the type of an image from its first bytes, whatever its name is.
enum ImageType {
  /// Returns the media type, or nil when the type is unknown.
  static func mediaType(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return "image/gif" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "image/webp"
    }
    return isSVG(bytes) ? "image/svg+xml" : nil
  }

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let head = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard head.first == UInt8(ascii: "<"), let text = String(validating: bytes, as: UTF8.self)
    else {
      return false
    }
    return text.utf8.prefix(4000).split(separator: UInt8(ascii: "<")).contains {
      $0.starts(with: "svg".utf8)
    }
  }
}
