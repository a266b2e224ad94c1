import Markup

/// The printed output of an experiment, in monospace.
struct PrintedTextView {
  let text: String
  /// The accessible name of the text.
  let label: String

  /// The text; it can be reached by keyboard when it might have to be scrolled.
  var html: HTML {
    // HTML drops a newline right after the tag.
    let newline: HTML? = text.utf8.first == UInt8(ascii: "\n") ? "\n" : nil
    let size = ScrollableText(text)
    let long: HTML? = size.isLong ? " long" : nil
    return """
      <pre class="printed\(long)"\(size.attributes(label: label))>\(newline)\
      \(VisibleText(text).html)</pre>

      """
  }
}
