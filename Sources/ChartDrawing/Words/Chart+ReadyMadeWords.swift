import Charts

extension Chart {
  /// Returns the chart with the words of ready-made charts beside its axes in a language.
  public func worded(in language: ChartLanguage) -> Chart {
    var chart = self
    chart.x.label.translate(into: language)
    chart.y.label.translate(into: language)
    return chart
  }
}

extension String {
  /// Puts the word of a ready-made chart into a language; an author's own label stays.
  fileprivate mutating func translate(into language: ChartLanguage) {
    if let word = ReadyMadeWord(rawValue: self) { self = language.label(word) }
  }
}

extension ChartLanguage {
  fileprivate func label(_ word: ReadyMadeWord) -> String {
    switch word {
    case .loss: say("loss", "损失")
    case .epoch: say("epoch", "迭代周期")
    case .count: say("count", "个数")
    }
  }
}
