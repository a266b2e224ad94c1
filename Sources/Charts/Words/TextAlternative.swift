extension Chart {
  /// What the chart shows, in words, for a reader who does not see it.
  ///
  ///     Line chart of loss against epoch, logarithmic scale.
  ///     Loss falls from 12.53 at 0 to 4.89e-05 at 3.
  public func textAlternative(language: ChartLanguage = .english) -> String {
    var sentences: [String] = []
    switch language {
    case .english: sentences.append(EnglishDescription.opening(self))
    case .chinese: sentences.append(ChineseDescription.opening(self))
    }
    for mark in marks {
      switch mark {
      case .line(let line): sentences += Self.sentences(line, in: self, language)
      }
    }
    return sentences.joined(separator: language == .english ? " " : "")
  }

  private static func sentences(
    _ line: LineMark, in chart: Chart, _ language: ChartLanguage
  ) -> [String] {
    let census = LineCensus(line, in: chart)
    switch language {
    case .english: return EnglishDescription.sentences(line, census, in: chart)
    case .chinese: return ChineseDescription.sentences(line, census, in: chart)
    }
  }
}
