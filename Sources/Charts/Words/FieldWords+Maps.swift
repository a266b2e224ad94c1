import Numerals

// The text alternatives of maps.
extension FieldWords {
  /// Names a map.
  func map(_ mark: HeatMark, in chart: Chart) -> String {
    let spans = spans(chart, mark.grid)
    let size = "\(mark.grid.x.count) × \(mark.grid.y.count)"
    if !mark.kinds.isEmpty {
      return say("Map of regions over \(spans), \(size) cells.", "分区图：\(spans)，\(size) 格。")
    }
    let name = mark.name.isEmpty ? "" : say(" of \(mark.name)", "（\(mark.name)）")
    let scale = mark.scale == .log ? say(", colours on a logarithmic scale", "，颜色为对数刻度") : ""
    return say(
      "Heat map\(name) over \(spans), \(size) cells\(scale).",
      "热图\(name)：\(spans)，\(size) 格\(scale)。")
  }

  /// Says which values a map of amounts has, and how much of it is stable.
  func values(of mark: HeatMark) -> [String] {
    let grid = mark.grid
    var sentences: [String] = []
    let colors = mark.colorNumbers
    let shown = grid.values.indices.filter { colors[$0] > 0 }
    if let lowest = shown.min(by: { grid.values[$0] < grid.values[$1] }),
      let highest = shown.max(by: { grid.values[$0] < grid.values[$1] })
    {
      let (low, high) = (grid.place(ofNode: lowest), grid.place(ofNode: highest))
      let (least, greatest) = (number(grid.values[lowest]), number(grid.values[highest]))
      sentences.append(
        say(
          "Its values run from \(least) at \(place(low.x, low.y, in: grid)) "
            + "to \(greatest) at \(place(high.x, high.y, in: grid)).",
          "值从 \(place(low.x, low.y, in: grid)) 处的 \(least) 到 \(place(high.x, high.y, in: grid)) 处的 \(greatest)。"
        ))
    }
    guard shown.count < grid.values.count else { return sentences }
    let lost = grid.values.count - shown.count
    let share = percent(lost, of: grid.values.count)
    if let limit = mark.limit {
      let name = mark.limitLabel.map { " (\($0))" } ?? ""
      sentences.append(
        say(
          "\(share) of the cells diverge: they are above \(number(limit))\(name) or not finite.",
          "\(share) 的格子发散：超过 \(number(limit))\(name) 或不是有限值。"))
    } else {
      sentences.append(say("\(share) of the cells have no value.", "\(share) 的格子无值。"))
    }
    return sentences
  }

  /// Says how much of a map each kind takes.
  func shares(of mark: HeatMark) -> [String] {
    let colors = mark.colorNumbers
    let names = [nameOfNoKind] + mark.kinds
    var parts: [String] = []
    for (index, name) in names.enumerated() {
      let count = colors.count { $0 == index }
      guard count > 0 || index > 0 else { continue }
      parts.append(name + " " + percent(count, of: colors.count))
    }
    return [parts.joined(separator: say(", ", "，")) + say(".", "。")]
  }

  private var nameOfNoKind: String { say("of no region", "不属于任何区域") }

  private func percent(_ count: Int, of all: Int) -> String {
    let share = Double(count) / Double(max(all, 1)) * 100
    return NumberFormat.general(digits: 2).text(share) + say(" %", "%")
  }
}
