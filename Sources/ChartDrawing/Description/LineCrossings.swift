import Charts
import Numerals

extension Chart {
  /// Returns sentences with the crossings of each two lines that have the same coordinates.
  func lineCrossings(_ language: ChartLanguage) -> [String] {
    let lines = marks.compactMap { mark -> LineMark? in
      if case .line(let line) = mark, line.label != nil { line } else { nil }
    }
    guard lines.count <= 4 else { return [] }
    var sentences: [String] = []
    for (index, a) in lines.enumerated() {
      for b in lines[(index + 1)...] where a.x == b.x && a.runsForward {
        if let sentence = crossing(a, b, language) { sentences.append(sentence) }
      }
    }
    return sentences
  }

  private func crossing(_ a: LineMark, _ b: LineMark, _ language: ChartLanguage) -> String? {
    let shown = (0..<min(a.count, b.count)).filter {
      a.hasPlace($0, in: self) && b.hasPlace($0, in: self)
    }
    // On the axis's scale, where the lines are drawn straight between the points.
    func height(_ line: LineMark, _ index: Int) -> Double {
      PositionScale.transformed(line.y[index], y.scale, thresholdExponent: y.thresholdExponent)
    }
    let changes = SignChanges(
      shown.map { a.x[$0] }, shown.map { height(a, $0) / 2 - height(b, $0) / 2 })
    // Lines that swing cross often, which says little.
    guard changes.count <= 3, let first = changes.first,
      let (a, b) = a.label.flatMap({ a in b.label.map { (a, $0) } })
    else { return nil }
    let place = NumberFormat.general(digits: 3).typeset(first)
    if changes.count == 1 {
      return language.say("\(a) and \(b) cross near \(place).", "\(a) 与 \(b) 在 \(place) 附近相交。")
    }
    return language.say(
      "\(a) and \(b) cross \(changes.count) times, first near \(place).",
      "\(a) 与 \(b) 相交 \(changes.count) 次，第一次在 \(place) 附近。")
  }
}

extension LineMark {
  /// True when each point lies to the right of the one before.
  fileprivate var runsForward: Bool { zip(x, x.dropFirst()).allSatisfy { $0 < $1 } }
}
