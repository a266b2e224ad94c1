import Charts

extension Chart {
  /// Returns the chart with the words of ready-made charts beside its axes in a language.
  public func worded(in language: ChartLanguage) -> Chart {
    var chart = self
    for axis in [\Chart.x, \Chart.y] {
      guard let word = ReadyMadeWord(rawValue: chart[keyPath: axis].label) else { continue }
      chart[keyPath: axis].label = language.label(word)
    }
    return chart
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
