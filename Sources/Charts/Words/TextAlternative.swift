extension Chart {
  /// What the chart shows, in words, for a reader who does not see it.
  ///
  ///     Line chart of loss against epoch, logarithmic scale.
  ///     Loss falls from 12.53 at 0 to 4.89e-05 at 3.
  public func textAlternative(language: ChartLanguage = .english) -> String {
    let kinds = marks.map { $0.kind }
    var sentences: [String] = []
    if let opening = kinds.compactMap({ $0.opening(self, language) }).first {
      sentences.append(opening)
    } else {
      switch language {
      case .english: sentences.append(EnglishDescription.opening(self))
      case .chinese: sentences.append(ChineseDescription.opening(self))
      }
    }
    for kind in kinds { sentences += kind.sentences(self, language) }
    for panel in panelCharts {
      sentences.append(language == .english ? "Panel “\(panel.title)”." : "分图“\(panel.title)”：")
      for mark in panel.marks.dropFirst(marks.count) {
        sentences += mark.kind.sentences(panel, language)
      }
    }
    return sentences.joined(separator: language == .english ? " " : "")
  }

  /// What the chart is called, and how many marks it has that are counted: 0 when they are of
  /// several kinds.
  func noun(_ language: ChartLanguage) -> (noun: MarkNoun, count: Int) {
    let kinds = (marks + panels.flatMap { $0.marks }).map { $0.kind }
    let counted = kinds.filter { $0.takesSeries }
    guard let first = counted.first ?? kinds.first else { return (LineMark.noun(language), 0) }
    if counted.allSatisfy({ $0.tag == first.tag }) {
      return (first.noun(language), panels.isEmpty ? counted.count : 0)
    }
    return (MarkNoun(chart: language == .english ? "Chart" : "图", many: ""), 0)
  }
}
