import Charts
import Foundation

@testable import ChartDrawing

/// The areas of the texts of a picture, measured with the widest usual face.
struct TextBoxes {
  /// A text and its area in the picture's units.
  struct Box {
    var text: String
    var className: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// Returns true when the areas share more than a touch.
    func covers(_ other: Box) -> Bool {
      min(right, other.right) - max(left, other.left) > 1
        && min(bottom, other.bottom) - max(top, other.top) > 2
    }
  }

  /// The texts in the order in which they are drawn.
  private(set) var boxes: [Box] = []
  private let layout: ChartLayout

  /// Reads the texts of a picture.
  init(_ chart: Chart, _ layout: ChartLayout, _ language: ChartLanguage = .english) {
    self.layout = layout
    // The texts of a group may take its anchor, its class and its position.
    var groups: [Tag] = []
    let svg = chart.svg(id: "a", language: language, layout: layout)
    for line in svg.split(separator: "\n") {
      let tag = Tag(line)
      if line.hasPrefix("<g") { groups.append(tag) }
      if line == "</g>" { groups.removeLast() }
      if line.hasPrefix("<text") { boxes.append(box(tag, in: groups)) }
    }
  }

  private func box(_ tag: Tag, in groups: [Tag]) -> Box {
    let className = tag["class"] ?? groups.last?["class"] ?? ""
    var size = layout.textSize
    if className.contains("chart-title") { size = layout.titleSize }
    if className.contains("chart-number") || className.contains("chart-level") {
      size = layout.numberSize
    }
    if className.contains("chart-value") { size = 12 }
    let isBold = className.contains("chart-title") || className.contains("chart-panel")
    let text = tag.content.replacingOccurrences(of: "&lt;", with: "<")
      .replacingOccurrences(of: "&amp;", with: "&")
    let width = TextMeasure.width(text, size: size, weight: isBold ? .bold : .regular)
    var (x, y) = (tag.number("x"), tag.number("y") + (tag["dy"] == nil ? 0 : size * 0.35))
    for group in groups {
      let shift = group.numbers("transform")
      if shift.count == 2 { (x, y) = (x + shift[0], y + shift[1]) }
    }
    // Values along contour lines are turned; the area is that of the turned text.
    let turn = tag.numbers("transform")
    if turn.count == 6 {
      let (right, down) = (turn[0].magnitude, turn[1].magnitude)
      let (across, up) = ((width * right + size * down) / 2, (width * down + size * right) / 2)
      let (x, y) = (x + turn[4], y + turn[5] - size * 0.35)
      return Box(
        text: text, className: className, left: x - across, top: y - up, right: x + across,
        bottom: y + up)
    }
    let anchor = tag["text-anchor"] ?? groups.last?["text-anchor"] ?? "start"
    let left = anchor == "start" ? x : anchor == "end" ? x - width : x - width / 2
    return Box(
      text: text, className: className, left: left, top: y - size * 0.78, right: left + width,
      bottom: y + size * 0.22)
  }

  /// The pairs of texts that cover each other.
  var collisions: [String] {
    boxes.indices.flatMap { index in
      boxes[(index + 1)...].filter { boxes[index].covers($0) }.map {
        boxes[index].text + " / " + $0.text
      }
    }
  }

  /// The texts that leave the picture to the left or to the right.
  var outside: [String] {
    boxes.filter { $0.left < -0.5 || $0.right > layout.width + 0.5 }.map { $0.text }
  }

  /// Returns the area of the first text with the given content.
  func box(of text: String) -> Box? { boxes.first { $0.text == text } }

  /// The texts with a class.
  func texts(_ className: String) -> [String] {
    boxes.filter { $0.className.contains(className) }.map { $0.text }
  }
}

/// A start tag and the text behind it.
private struct Tag {
  let content: String
  private var attributes: [String: String] = [:]

  init(_ line: Substring) {
    let parts = line.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    content = parts.last?.components(separatedBy: "</text").first ?? ""
    let pieces = parts[0].components(separatedBy: "\"")
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      let name = pieces[index].split(separator: " ").last?.dropLast() ?? ""
      attributes[String(name)] = pieces[index + 1]
    }
  }

  subscript(name: String) -> String? { attributes[name] }

  func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }

  /// The numbers within the parentheses of a transformation.
  func numbers(_ name: String) -> [Double] {
    let inner = (attributes[name] ?? "").split(separator: "(").last?.dropLast() ?? ""
    return inner.split(separator: " ").compactMap { Double($0.hasPrefix(".") ? "0" + $0 : $0) }
  }
}
