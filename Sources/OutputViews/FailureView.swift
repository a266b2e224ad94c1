import Markup
import Outputs

/// Says in words why a block did not end well, and where in the chapter.
public struct FailureView {
  let words: OutputWords
  let diagnostic: Diagnostic
  /// True when the chapter expects the failure.
  let isExpected: Bool

  /// The sentences for a diagnostic.
  /// - Parameter isExpected: true when the chapter expects the failure
  public init(words: OutputWords, diagnostic: Diagnostic, isExpected: Bool = false) {
    self.words = words
    self.diagnostic = diagnostic
    self.isExpected = isExpected
  }

  /// The place, the message, further places and the suggestion. The file's name is left out: the
  /// reader has the chapter at hand, and the path is that of somebody else's machine.
  public var html: HTML {
    let notes = diagnostic.notes.map { note -> HTML in
      let place = words.note(line: note.range.start.line, column: note.range.start.column)
      return paragraph(place, note.message)
    }
    let hint = (isExpected ? nil : diagnostic.hint).map { paragraph(words.suggestion, $0) }
    return """
      <div class="failure\(isExpected ? " expected" : "")">
      <p><span class="place">\(lead)</span>\(words.afterLead)\
      <span class="message">\(VisibleText(diagnostic.message).html)</span></p>
      \(notes.joined())\(hint)</div>

      """
  }

  private var lead: String {
    let isError = diagnostic.severity == .error
    if isExpected, let start = diagnostic.range?.start {
      return words.expectedFailure(line: start.line, column: start.column)
    }
    guard let start = diagnostic.range?.start else {
      return isError ? words.failureWithoutPlace : words.warningWithoutPlace
    }
    return isError
      ? words.failure(line: start.line, column: start.column)
      : words.warning(line: start.line, column: start.column)
  }

  private func paragraph(_ lead: String, _ text: String) -> HTML {
    "<p>\(lead)\(words.afterLead)<span class=\"message\">\(VisibleText(text).html)</span></p>\n"
  }
}
