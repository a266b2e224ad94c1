/// The words inside of a picture.
extension ChartLanguage {
  /// Stands where a chart has nothing to show.
  var noData: String {
    switch self {
    case .english: "no data"
    case .chinese: "没有数据"
    }
  }

  /// Names the pale line of a noisy series.
  var eachValue: String {
    switch self {
    case .english: "each value"
    case .chinese: "每个值"
    }
  }

  /// Names the calm line of a noisy series; nil when series take different numbers of points.
  func mean(of window: Int?) -> String {
    switch (self, window) {
    case (.english, let window?): "mean of \(window)"
    case (.english, nil): "moving mean"
    case (.chinese, let window?): "\(window) 点平均"
    case (.chinese, nil): "移动平均"
    }
  }

  /// Says where a line leaves the finite numbers: "inf at epoch 0.30".
  func note(_ value: String, at place: String, on axis: String) -> String {
    let place = axis.isEmpty ? place : axis + " " + place
    switch self {
    case .english: return value + " at " + place
    case .chinese: return place + " 处为 " + value
    }
  }

  /// A note with the name of the series that it is about.
  func note(_ note: String, of series: String) -> String {
    switch self {
    case .english: series + ": " + note
    case .chinese: series + "：" + note
    }
  }
}
