import Charts
import Markup

extension Chart {
  /// The chart with the apostrophes, quotation marks and dashes that prose has on pages.
  public var typeset: Chart {
    var typeset = self
    typeset.title = TypographicText.text(title)
    typeset.x = x.typeset
    typeset.y = y.typeset
    typeset.marks = marks.map { $0.typeset }
    typeset.panels = panels.map { panel in
      Panel(title: TypographicText.text(panel.title), marks: panel.marks.map { $0.typeset })
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
    case .line(var mark): mark.label.typeset(); return .line(mark)
    case .scatter(var mark): mark.label.typeset(); return .scatter(mark)
    case .step(var mark): mark.label.typeset(); return .step(mark)
    case .bar(var mark): mark.label.typeset(); return .bar(mark)
    case .histogram(var mark): mark.label.typeset(); return .histogram(mark)
    case .band(var mark): mark.label.typeset(); return .band(mark)
    case .rule(var mark): mark.label.typeset(); return .rule(mark)
    case .contour: return self
    case .heat(var mark):
      mark.limitLabel.typeset()
      mark.name = TypographicText.text(mark.name)
      mark.kinds = mark.kinds.map { TypographicText.text($0) }
      return .heat(mark)
    case .trajectory(var mark): mark.label.typeset(); return .trajectory(mark)
    case .minimum(var mark): mark.name.typeset(); return .minimum(mark)
    }
  }
}

extension String? {
  fileprivate mutating func typeset() { self = map { TypographicText.text($0) } }
}
