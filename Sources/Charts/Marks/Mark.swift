/// What a chart draws. One kind of mark per file; this list joins them.
///
/// A new mark is a new case here, a description beside `LineMark.swift`, and a drawing beside
/// `LineMark+Drawing.swift`.
public enum Mark: Hashable, Sendable {
  /// A line through points.
  case line(LineMark)
}

extension Mark {
  /// Takes the values that the mark needs to show into the extents of both axes.
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    switch self {
    case .line(let line): line.extend(&x, &y, in: chart)
    }
  }
}
