import Markup

/// Code as it is shown: line by line, highlighted when it is Swift.
struct CodeListing {
  let code: String
  var isSwift = true
  /// What the code is, for those who do not see where it stands.
  let label: String

  /// The listing.
  var html: HTML {
    let lines = isSwift ? SwiftHighlighting.lines(of: code) : PlainLines.lines(of: code)
    return """
      <div class="code"><pre\(ScrollableText(code).attributes(label: label))><code>\(lines)</code></pre></div>

      """
  }
}
