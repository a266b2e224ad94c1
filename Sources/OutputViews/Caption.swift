import Markup

/// The caption that a block gives a chart or a table.
public struct Caption {
  /// Its markup.
  public let html: HTML
  /// The words that a search finds in it.
  public let words: String

  /// Makes a caption.
  public init(html: HTML, words: String) {
    self.html = html
    self.words = words
  }

  /// The caption by itself, for a block that shows nothing for it.
  public var paragraph: HTML { "<p class=\"caption\">\(html)</p>\n" }
}
