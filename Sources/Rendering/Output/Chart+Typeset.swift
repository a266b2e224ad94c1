import Charts
import Prose

extension Chart {
  /// The chart with the apostrophes, quotation marks and dashes that prose has on pages.
  var typeset: Chart {
    var typeset = self
    typeset.title = TypographicText.text(title)
    typeset.x = x.typeset
    typeset.y = y.typeset
    typeset.marks = marks.map(\.typeset)
    typeset.panels = panels.map { panel in
      Panel(title: TypographicText.text(panel.title), marks: panel.marks.map(\.typeset))
    }
    return typeset
  }
}

extension Axis {
  fileprivate var typeset: Axis {
    var typeset = self
    typeset.label = TypographicText.text(label)
    typeset.categories = categories.map { TypographicText.text($0) }
    return typeset
  }
}

extension Mark {
  fileprivate var typeset: Mark {
    switch self {
    case .line(let mark): .line(mark.typesetting(\.label))
    case .scatter(let mark): .scatter(mark.typesetting(\.label))
    case .step(let mark): .step(mark.typesetting(\.label))
    case .bar(let mark): .bar(mark.typesetting(\.label))
    case .histogram(let mark): .histogram(mark.typesetting(\.label))
    case .band(let mark): .band(mark.typesetting(\.label))
    case .rule(let mark): .rule(mark.typesetting(\.label))
    case .contour: self
    case .heat(let mark): .heat(mark.typesetting(\.limitLabel).withTypesetNames)
    case .trajectory(let mark): .trajectory(mark.typesetting(\.label))
    case .minimum(let mark): .minimum(mark.typesetting(\.name))
    }
  }
}

extension HeatMark {
  fileprivate var withTypesetNames: HeatMark {
    var typeset = self
    typeset.name = TypographicText.text(name)
    typeset.kinds = kinds.map { TypographicText.text($0) }
    return typeset
  }
}

/// A mark with a word of its own.
private protocol Worded {}

extension Worded {
  func typesetting(_ word: WritableKeyPath<Self, String?>) -> Self {
    var typeset = self
    typeset[keyPath: word] = self[keyPath: word].map { TypographicText.text($0) }
    return typeset
  }
}

extension LineMark: Worded {}
extension ScatterMark: Worded {}
extension StepMark: Worded {}
extension BarMark: Worded {}
extension HistogramMark: Worded {}
extension BandMark: Worded {}
extension RuleMark: Worded {}
extension HeatMark: Worded {}
extension TrajectoryMark: Worded {}
extension MinimumMark: Worded {}
