/// The layout of a printed array: nested brackets, lines of at most 75 columns, the middle of long axes
/// left out.
/// - Source: NumPy's `array2string` with its default options
struct ArrayLayout {
  private static var lineWidth: Int { 75 }
  private static var threshold: Int { 1000 }
  private static var edge: Int { 3 }

  private let array: NDArray
  private let isShortened: Bool

  init(_ array: NDArray) {
    self.array = array
    isShortened = array.count > ArrayLayout.threshold
  }

  /// The elements that are printed.
  var shownElements: [Double] {
    var shown: [Double] = []
    func collect(_ axis: Int, _ offset: Int) {
      if axis == array.shape.rank {
        shown.append(array.element(at: offset))
        return
      }
      for case let index? in places(axis) { collect(axis + 1, offset * array.shape[axis] + index) }
    }
    collect(0, 0)
    return shown
  }

  /// The whole text.
  func text(_ format: ElementFormat) -> String {
    text(axis: 0, offset: 0, indent: " ", width: ArrayLayout.lineWidth, format)
  }

  /// The indices shown along an axis; nil stands for the dots.
  private func places(_ axis: Int) -> [Int?] {
    let length = array.shape[axis]
    guard isShortened && length > 2 * ArrayLayout.edge else { return (0..<length).map { $0 } }
    let first = (0..<ArrayLayout.edge).map { Optional($0) }
    let last = (length - ArrayLayout.edge..<length).map { Optional($0) }
    return first + [nil] + last
  }

  private func text(
    axis: Int, offset: Int, indent: String, width: Int, _ format: ElementFormat
  ) -> String {
    let length = array.shape[axis]
    let isLast = axis == array.shape.rank - 1
    var lines = ""
    var line = indent
    for (position, place) in places(axis).enumerated() {
      if isLast {
        let word = place.map { format.text(array.element(at: offset * length + $0)) } ?? "..."
        if position > 0 { line += " " }
        if line.utf8.count + word.utf8.count > width - 1 && line.utf8.count > indent.utf8.count {
          lines += ArrayLayout.withoutTrailingSpaces(line) + "\n"
          line = indent
        }
        line += word
      } else {
        if position > 0 {
          lines += String(repeating: "\n", count: array.shape.rank - axis - 1) + indent
        }
        lines +=
          place.map {
            text(
              axis: axis + 1, offset: offset * length + $0, indent: indent + " ", width: width - 1,
              format)
          } ?? "..."
      }
    }
    if isLast { lines += line }
    // The first line's indentation is the opening bracket's place.
    return "["
      + (isLast ? String(decoding: lines.utf8.dropFirst(indent.utf8.count), as: UTF8.self) : lines)
      + "]"
  }

  private static func withoutTrailingSpaces(_ line: String) -> String {
    var bytes = Array(line.utf8)
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
