import Charts
import Markup
import Outputs

/// The outputs of an experiment, in the order of its run.
public struct OutputListView {
  private let words: OutputWords
  private let blockNumber: Int

  /// Prepares the outputs of a block.
  public init(words: OutputWords, blockNumber: Int) {
    self.words = words
    self.blockNumber = blockNumber
  }

  /// Returns the markup of each output; nil for one that is not shown by itself. The claims that hold
  /// stand together where the last of them is made.
  /// - Parameters:
  ///   - hasCaption: true for a place among the outputs to which the block gives a caption
  ///   - figure: the figure of a chart, given its number among the block's charts, from 1, and its place
  ///     among the outputs
  ///   - table: the same for a table, whose number is nil when it has no caption
  public func pieces(
    of outputs: [Output], hasCaption: (_ place: Int) -> Bool = { _ in false },
    figure: (_ chart: Chart, _ index: Int, _ place: Int) -> FigureView,
    table: (_ table: Table, _ index: Int?, _ place: Int) -> TableView
  ) -> [HTML?] {
    var (charts, tables) = (0, 0)
    let held = outputs.compactMap {
      if case .check(let check) = $0, check.holds { check } else { nil }
    }
    let lastHeld = outputs.lastIndex {
      if case .check(let check) = $0 { check.holds } else { false }
    }
    return outputs.indices.map { place in
      switch outputs[place] {
      case .text(let text):
        if text.isEmpty { return nil }
        return PrintedTextView(text: text, label: words.printedText(ofBlock: blockNumber)).html
      case .chart(let chart):
        charts += 1
        return figure(chart.typeset, charts, place).html
      case .table(let shown):
        let isNumbered = shown.caption != nil || hasCaption(place)
        if isNumbered { tables += 1 }
        return table(shown, isNumbered ? tables : nil, place).html
      case .check(let check):
        if !check.holds { return CheckView(words: words, check: check).html }
        return place == lastHeld ? CheckListView(words: words, checks: held).html : nil
      case .knob(let knob): return KnobView(words: words, knob: knob).html
      case .failure(let failure):
        return FailureView(words: words, diagnostic: failure, isExpected: true).html
      case .value: return nil
      }
    }
  }
}
