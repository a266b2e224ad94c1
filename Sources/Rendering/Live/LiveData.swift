import BookModel
import Markup
import Numerals
import Transcript

/// What a page tells the script of the live experiments, and the module, when it is in the page itself.
///
/// For each experiment that is its number in the module, its line in the chapter, and its knobs: a name,
/// then the ends of the range, the usual value and a 1 for whole numbers; or the names to choose from and
/// the usual one's index. What the page shows anyway, the script reads there.
struct LiveData {
  let chapter: Chapter
  let run: ChapterRun
  let live: LiveChapter

  /// The elements, which show nothing.
  var html: HTML {
    var module: HTML?
    if case .embedded(let base64) = live.module {
      module = "<script type=\"text/plain\" id=\"_live-module\">\(base64)</script>\n"
    }
    return """
      <script type="application/json" id="_live">\(HTML(trusted: json))</script>
      \(module)
      """
  }

  private var json: String {
    var text = JSONText(isInPage: true)
    text.raw("{\"path\":")
    if case .beside(let path) = live.module { text.string(path) } else { text.raw("null") }
    text.raw(",\"experiments\":{")
    var isFirst = true
    for block in chapter.blocks {
      guard let id = block.experimentID, let number = live.experiments[id],
        let result = run.results[id], result.failure == nil
      else { continue }
      if !isFirst { text.raw(",") }
      isFirst = false
      text.string(id)
      text.raw(":[\(number),\(block.fence.start.line),[")
      for (index, knob) in result.knobs.enumerated() {
        if index > 0 { text.raw(",") }
        write(knob, to: &text)
      }
      text.raw("]]")
    }
    text.raw("}}")
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func write(_ knob: Knob, to text: inout JSONText) {
    text.raw("[")
    text.string(knob.name)
    text.raw(",")
    if case .choice(let names) = knob.kind {
      text.raw("[")
      for (index, name) in names.enumerated() {
        if index > 0 { text.raw(",") }
        text.string(name)
      }
      text.raw("],\(Int(exactly: knob.standard) ?? 0)")
    } else {
      let numbers = [knob.range.lowerBound, knob.range.upperBound, knob.standard]
      text.raw(numbers.map { NumberFormat.shortest.text($0) }.joined(separator: ","))
      if knob.kind == .integer { text.raw(",1") }
    }
    text.raw("]")
  }
}
