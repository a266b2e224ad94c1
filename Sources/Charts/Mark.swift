/// What a chart draws. One kind of mark per file; this list joins them.
public enum Mark: Hashable, Sendable {
  /// A line through points.
  case line(LineMark)
}
