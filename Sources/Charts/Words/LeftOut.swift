extension ChartLanguage {
  /// Says how many values have no place on the axes; nothing for none.
  func leftOut(_ count: Int) -> [String] {
    switch self {
    case _ where count == 0: []
    case .english where count == 1: ["One value that has no place on the axes is left out."]
    case .english: ["\(count) values that have no place on the axes are left out."]
    case .chinese: ["略去坐标轴上没有位置的 \(count) 个值。"]
    }
  }
}
