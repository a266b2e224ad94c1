import Charts
import Numerals

/// The language of a chart's own words. Titles and labels are the author's.
public enum ChartLanguage: Hashable, Sendable {
  /// English.
  case english
  /// Chinese, in simplified characters.
  case chinese
}

extension ChartLanguage {
  /// Returns the text in this language.
  func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
    switch self {
    case .english: english()
    case .chinese: chinese()
    }
  }

  /// The text for a chart that has nothing to show.
  var noData: String { say("no data", "没有数据") }

  /// The name of the original line of a noisy series.
  var eachValue: String { say("each value", "每个值") }

  /// Returns the name of the smoothed line of noisy series; `window` is nil when their windows
  /// differ.
  func mean(of window: Int?) -> String {
    guard let window else { return say("moving mean", "移动平均") }
    return say("mean of \(window)", "\(window) 点平均")
  }

  /// Returns a note on a divergence: "inf at epoch 0.30".
  func note(_ value: String, at place: String, on axis: String) -> String {
    let place = axis.isEmpty ? place : axis + " " + place
    return say(value + " at " + place, place + " 处为 " + value)
  }

  /// Returns a note with the name of its series.
  func note(_ note: String, of series: String) -> String { series + say(": ", "：") + note }

  /// Returns a sentence with the number of values left out, or nothing for none.
  func leftOut(_ count: Int) -> [String] {
    if count == 0 { return [] }
    let values = count == 1 ? "One value that has" : "\(count) values that have"
    return [
      say(
        values + " no place on the axes \(count == 1 ? "is" : "are") left out.",
        "略去坐标轴上没有位置的 \(count) 个值。")
    ]
  }
}

extension Chart {
  /// Returns a series' label as the beginning of an English sentence; without one, the vertical
  /// axis's label.
  func englishSubject(_ label: String?) -> String {
    if let label { return label }
    guard let first = y.label.utf8.first else { return "The line" }
    let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    guard isLower else { return y.label }
    return String(Character(Unicode.Scalar(first - 32))) + y.label.dropFirst()
  }
}

extension Extent {
  /// The range of the finite values.
  init(of values: [Double]) {
    for value in values where value.isFinite { include(value) }
  }

  /// The range in words: `from 0.1 to 3`.
  var english: String {
    let text = NumberFormat.concise.typeset
    return least == greatest ? text(least) : "from \(text(least)) to \(text(greatest))"
  }

  /// The range in Chinese: `从 0.1 到 3`.
  var chinese: String {
    let text = NumberFormat.concise.typeset
    return least == greatest ? "为 \(text(least))" : "从 \(text(least)) 到 \(text(greatest))"
  }
}
