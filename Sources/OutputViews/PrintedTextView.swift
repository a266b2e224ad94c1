import Markup

/// The printed output of an experiment, in monospace.
struct PrintedTextView {
  let text: String
  /// The accessible name of the text.
  let label: String

  /// The text. Its lines are wrapped; it can be reached by keyboard when its height is bounded.
  var html: HTML {
    // HTML drops a newline right after the tag.
    let newline: HTML? = text.utf8.first == UInt8(ascii: "\n") ? "\n" : nil
    let size = ScrollableText(text)
    let long: HTML? = size.isLong ? " long" : nil
    let reachable: HTML? = size.isLong ? size.attributes(label: label) : nil
    return """
      <pre class="printed\(long)"\(reachable)>\(newline)\
      \(VisibleText(text).html)</pre>

      """
  }
}
