import Markdown
import Prose

/// Writes the numbers of sections and exercises into their headings.
struct HeadingNumbers {
  let words: InterfaceWords
  let numbers: LabelNumbers

  /// What is known of a heading by where it stands; nil for one that the parser has not seen.
  func place(of heading: MarkdownNode) -> LabelNumbers.Place? {
    numbers.headings[heading.start.line]
  }

  /// Takes the label off a heading, and gives an exercise its number.
  ///
  /// - Returns: what stands before a section's heading.
  func write(into heading: MarkdownNode) -> HTML? {
    if let suffix = LabelSuffix(ofHeading: heading) {
      heading.lastChild?.setLiteral(suffix.rest)
    }
    guard let place = place(of: heading) else { return nil }
    if place.kind == .exercise, let text = heading.firstChild, text.kind == .text,
      let parts = ExerciseHeading.parts(of: text.literal ?? "")
    {
      text.setLiteral("\(parts.word) \(place.number)\(parts.rest)")
    }
    return place.kind == .section ? "<span class=\"number\">\(place.number)</span> " : nil
  }
}
