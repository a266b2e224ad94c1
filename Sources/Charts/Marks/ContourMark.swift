import Transcript

/// The lines along which a function of two variables has the same value.
public struct ContourMark: Hashable, Sendable {
  /// The function's values.
  public var grid: Grid
  /// The levels of the lines; when empty, round ones are chosen.
  public var levels: [Double]

  /// Makes contour lines.
  public init(_ grid: Grid, levels: [Double] = []) {
    self.grid = grid
    self.levels = levels
  }

  /// The levels of the lines that are drawn, in increasing order.
  package var shownLevels: [Double] {
    let asked = levels.filter { $0.isFinite }.sorted()
    return asked.isEmpty ? ContourLevels(grid).levels : asked
  }
}

extension ContourMark: MarkData {
  func write(to writer: inout ByteWriter) {
    grid.write(to: &writer)
    writer.write(levels)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(try Grid(from: &reader), levels: try reader.doubles())
  }

  var size: MarkSize {
    MarkSize(numbers: grid.numbers, levels: levels.count) { grid.crossings(of: shownLevels) }
  }
}
