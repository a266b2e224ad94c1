import Transcript

/// What a chart draws. One kind of mark per file; this list joins them.
///
/// A new mark is a new case here and in the two lists below, a description beside
/// `LineMark.swift` that says what `MarkKind` asks for, and a drawing beside
/// `LineMark+Drawing.swift`.
public enum Mark: Hashable, Sendable {
  /// A line through points.
  case line(LineMark)
  /// Contour lines of a function of two variables.
  case contour(ContourMark)
  /// The values of a function of two variables as colours.
  case heat(HeatMark)
  /// The way of a descent over a function of two variables.
  case trajectory(TrajectoryMark)
  /// A place where a function is lowest.
  case minimum(MinimumMark)
}

extension Mark {
  /// What the mark has in common with every other.
  var kind: AnyMark {
    switch self {
    case .line(let mark): AnyMark(mark)
    case .contour(let mark): AnyMark(mark)
    case .heat(let mark): AnyMark(mark)
    case .trajectory(let mark): AnyMark(mark)
    case .minimum(let mark): AnyMark(mark)
    }
  }

  /// Reads the mark that follows its tag.
  init(tag: UInt8, from reader: inout ByteReader) throws(ByteReadingError) {
    switch tag {
    case LineMark.tag: self = .line(try LineMark(from: &reader))
    case ContourMark.tag: self = .contour(try ContourMark(from: &reader))
    case HeatMark.tag: self = .heat(try HeatMark(from: &reader))
    case TrajectoryMark.tag: self = .trajectory(try TrajectoryMark(from: &reader))
    case MinimumMark.tag: self = .minimum(try MinimumMark(from: &reader))
    default: throw .malformed
    }
  }
}
