import Markup
import Numerals
import Transcript

/// A knob's name, its value in this run, and what else it can be, on one quiet line.
struct KnobView {
  let words: OutputWords
  let knob: Knob

  /// The line.
  var html: HTML {
    """
    <p class="knob"><span class="name">\(knob.name)</span> = \
    <span class="value">\(VisibleText(text(knob.value)).html)</span> \
    <span class="range">\(VisibleText(range).html)</span></p>

    """
  }

  private var range: String {
    let turned = knob.value == knob.standard ? nil : text(knob.standard)
    if case .choice(let names) = knob.kind { return words.choices(names, standard: turned) }
    return words.range(
      text(knob.range.lowerBound), text(knob.range.upperBound), standard: turned)
  }

  private func text(_ value: Double) -> String {
    if case .choice(let names) = knob.kind, let index = Int(exactly: value),
      names.indices.contains(index)
    {
      return names[index]
    }
    return NumberFormat.shortest.text(value)
  }
}
