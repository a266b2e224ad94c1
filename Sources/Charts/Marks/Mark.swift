import Transcript

/// What a chart draws. One kind of mark per file; this list joins them.
///
/// A new mark is a new case here and in the two lists below, a description beside
/// `LineMark.swift` that says what `MarkKind` asks for, and a drawing beside
/// `LineMark+Drawing.swift`.
public enum Mark: Hashable, Sendable {
  /// A line through points.
  case line(LineMark)
  /// Points.
  case scatter(ScatterMark)
  /// A line of steps.
  case step(StepMark)
  /// Bars over categories.
  case bar(BarMark)
  /// How many values lie in each of some intervals.
  case histogram(HistogramMark)
  /// A band between two lines.
  case band(BandMark)
  /// A reference line.
  case rule(RuleMark)
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
    case .scatter(let mark): AnyMark(mark)
    case .step(let mark): AnyMark(mark)
    case .bar(let mark): AnyMark(mark)
    case .histogram(let mark): AnyMark(mark)
    case .band(let mark): AnyMark(mark)
    case .rule(let mark): AnyMark(mark)
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
    case ScatterMark.tag: self = .scatter(try ScatterMark(from: &reader))
    case StepMark.tag: self = .step(try StepMark(from: &reader))
    case BarMark.tag: self = .bar(try BarMark(from: &reader))
    case HistogramMark.tag: self = .histogram(try HistogramMark(from: &reader))
    case BandMark.tag: self = .band(try BandMark(from: &reader))
    case RuleMark.tag: self = .rule(try RuleMark(from: &reader))
    case ContourMark.tag: self = .contour(try ContourMark(from: &reader))
    case HeatMark.tag: self = .heat(try HeatMark(from: &reader))
    case TrajectoryMark.tag: self = .trajectory(try TrajectoryMark(from: &reader))
    case MinimumMark.tag: self = .minimum(try MinimumMark(from: &reader))
    default: throw .malformed
    }
  }
}
