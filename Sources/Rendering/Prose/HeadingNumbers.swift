import Markdown
import Markup
import Prose

/// Writes the numbers of sections and exercises into their headings.
struct HeadingNumbers {
  let words: InterfaceWords
  let numbers: LabelNumbers

  /// Returns the number and anchor of a heading; nil for one without a label.
  func place(of heading: MarkdownNode) -> LabelNumbers.Place? {
    heading.item.flatMap { numbers.byItem[$0] }
  }

  /// Gives an exercise its number.
  ///
  /// - Returns: what stands before a section's heading.
  func write(into heading: MarkdownNode) -> HTML? {
    guard let place = place(of: heading) else { return nil }
    if place.kind == .exercise, let text = heading.firstChild, text.kind == .text,
      let parts = ExerciseHeading.parts(of: text.literal ?? "")
    {
      text.setLiteral("\(parts.word) \(place.number)\(parts.rest)")
    }
    return place.kind == .section ? "<span class=\"number\">\(place.number)</span> " : nil
  }
}
