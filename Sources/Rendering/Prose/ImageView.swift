import BookModel
import Digests
import Markup

/// An image that lies beside the chapter, within the page itself.
struct ImageView {
  /// The images' contents, by their addresses.
  private let contents: [String: EmbeddedImage.Content]

  init(_ images: [EmbeddedImage]) {
    contents = Dictionary(
      images.compactMap { image in image.content.map { (image.address, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The image with its text alternative; nil when its file has not been read.
  func html(_ address: String, alternative: String, title: String?) -> HTML? {
    contents[address].map { Self.html($0, alternative: alternative, title: title) }
  }

  /// An image with a content.
  static func html(
    _ content: EmbeddedImage.Content, alternative: String, title: String?
  ) -> HTML {
    let title: HTML? = title.flatMap { $0.isEmpty ? nil : " title=\"\($0)\"" }
    let data = HTML(trusted: Base64.text(content.bytes))
    return
      "<img src=\"data:\(content.mediaType);base64,\(data)\" alt=\"\(alternative)\"\(title)/>"
  }
}
