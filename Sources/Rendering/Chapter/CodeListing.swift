import Markup
import OutputViews

/// Code as it is shown: line by line, highlighted when it is Swift.
struct CodeListing {
  let code: String
  var isSwift = true
  /// Leads names of the engine to where they are documented.
  var links: CodeLinks?
  /// The accessible name of the listing.
  let label: String

  /// The listing.
  var html: HTML {
    let lines =
      isSwift ? SwiftHighlighting.lines(of: code, links: links) : PlainLines.lines(of: code)
    return """
      <div class="code"><pre\(ScrollableText(code).attributes(label: label))><code>\(lines)</code></pre></div>

      """
  }
}
