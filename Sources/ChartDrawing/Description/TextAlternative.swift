import Charts

extension Chart {
  /// Returns a description of the chart for a reader who does not see it.
  ///
  ///     Line chart of loss against epoch, logarithmic scale.
  ///     Loss falls throughout from 12.53 at 0 to 4.89×10⁻⁵ at 3.
  public func textAlternative(language: ChartLanguage = .english) -> String {
    let drawn = marks.map { $0.drawn }
    var sentences = [
      drawn.lazy.compactMap { $0.opening(in: self, language) }.first ?? opening(language)
    ]
    for mark in drawn { sentences += mark.sentences(in: self, language) }
    sentences += lineCrossings(language)
    for panel in panelCharts {
      sentences.append(language.say("Panel “\(panel.title)”.", "分图“\(panel.title)”："))
      for mark in panel.marks.dropFirst(marks.count) {
        sentences += mark.drawn.sentences(in: panel, language)
      }
      sentences += panel.lineCrossings(language)
    }
    return sentences.joined(separator: language.say(" ", ""))
  }

  /// Returns the first sentence: the kind of chart, its axes and its number of marks.
  private func opening(_ language: ChartLanguage) -> String {
    let (noun, count) = noun(language)
    let isEmpty = marks.isEmpty && panels.isEmpty
    var text = language.say(noun.chart + englishSubjects, chineseSubjects + noun.chart)
    text += scales(language)
    if !panels.isEmpty {
      text += language.say(", \(panels.count) panels", "，共 \(panels.count) 个分图")
    }
    if count > 1 { text += language.say(", \(count) ", "，共 \(count) ") + noun.many }
    return text + language.say(isEmpty ? ", without data." : ".", isEmpty ? "，没有数据。" : "。")
  }

  private var englishSubjects: String {
    (y.label.isEmpty ? "" : " of " + y.label) + (x.label.isEmpty ? "" : " against " + x.label)
  }

  private var chineseSubjects: String {
    if y.label.isEmpty { return "" }
    return (x.label.isEmpty ? "" : "以 " + x.label + " 为横轴，") + y.label + " 的"
  }

  /// The scales of the axes that are not linear.
  private func scales(_ language: ChartLanguage) -> String {
    if x.scale == .log, y.scale == .log {
      return language.say(", both scales logarithmic", "，两轴均为对数刻度")
    }
    var text = ""
    if let scale = y.scale.name(language) {
      text += language.say(", " + scale + " scale", "，" + scale)
    }
    if let scale = x.scale.name(language) {
      text += language.say(", " + scale + " horizontal scale", "，横轴为" + scale)
    }
    return text
  }

  /// Returns the noun for the chart, and the number of its series: 0 when they are of several
  /// kinds.
  private func noun(_ language: ChartLanguage) -> (noun: MarkNoun, count: Int) {
    let all = (marks + panels.flatMap { $0.marks }).map { $0.drawn }
    let counted = all.filter { $0.takesSeries }
    guard let first = counted.first ?? all.first else { return (.line(language), 0) }
    if counted.allSatisfy({ $0.kind == first.kind }) {
      return (first.noun(language), panels.isEmpty ? counted.count : 0)
    }
    return (MarkNoun(chart: language.say("Chart", "图"), many: ""), 0)
  }
}

extension Axis.Scale {
  /// Returns the scale's name, or nil for a linear one.
  fileprivate func name(_ language: ChartLanguage) -> String? {
    switch self {
    case .linear: nil
    case .log: language.say("logarithmic", "对数刻度")
    case .symmetricLog: language.say("symmetric logarithmic", "对称对数刻度")
    }
  }
}
