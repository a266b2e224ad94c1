import Transcript

/// One layer of a chart.
///
/// A new kind of mark is a case here, in `Kind` and in the three lists below, with its values and
/// their encoding in a file beside `LineMark.swift`. Its drawing and its description are in
/// `ChartDrawing`.
public enum Mark: Hashable, Sendable {
  /// A line through points.
  case line(LineMark)
  /// Points.
  case scatter(ScatterMark)
  /// A line of steps.
  case step(StepMark)
  /// Bars over categories.
  case bar(BarMark)
  /// The number of values in each of several intervals.
  case histogram(HistogramMark)
  /// A band between two lines.
  case band(BandMark)
  /// A reference line.
  case rule(RuleMark)
  /// Contour lines of a function of two variables.
  case contour(ContourMark)
  /// The values of a function of two variables as colours.
  case heat(HeatMark)
  /// The path of a descent over a function of two variables.
  case trajectory(TrajectoryMark)
  /// A point at which a function is lowest.
  case minimum(MinimumMark)
}

extension Mark {
  /// The kinds of marks. The raw value is the tag before a mark in a chart's bytes.
  package enum Kind: UInt8, CaseIterable {
    case line = 1
    case scatter = 2
    case step = 3
    case bar = 4
    case histogram = 5
    case band = 6
    case rule = 7
    case contour = 10
    case trajectory = 11
    case minimum = 12
    case heat = 13
  }

  /// Writes the tag of the mark's kind, then the mark.
  func write(to writer: inout ByteWriter) {
    switch self {
    case .line(let mark): mark.write(as: .line, to: &writer)
    case .scatter(let mark): mark.write(as: .scatter, to: &writer)
    case .step(let mark): mark.write(as: .step, to: &writer)
    case .bar(let mark): mark.write(as: .bar, to: &writer)
    case .histogram(let mark): mark.write(as: .histogram, to: &writer)
    case .band(let mark): mark.write(as: .band, to: &writer)
    case .rule(let mark): mark.write(as: .rule, to: &writer)
    case .contour(let mark): mark.write(as: .contour, to: &writer)
    case .heat(let mark): mark.write(as: .heat, to: &writer)
    case .trajectory(let mark): mark.write(as: .trajectory, to: &writer)
    case .minimum(let mark): mark.write(as: .minimum, to: &writer)
    }
  }

  /// Reads what `write` wrote.
  init(from reader: inout ByteReader) throws(ByteReadingError) {
    guard let kind = Kind(rawValue: try reader.byte()) else { throw .malformed }
    switch kind {
    case .line: self = .line(try LineMark(from: &reader))
    case .scatter: self = .scatter(try ScatterMark(from: &reader))
    case .step: self = .step(try StepMark(from: &reader))
    case .bar: self = .bar(try BarMark(from: &reader))
    case .histogram: self = .histogram(try HistogramMark(from: &reader))
    case .band: self = .band(try BandMark(from: &reader))
    case .rule: self = .rule(try RuleMark(from: &reader))
    case .contour: self = .contour(try ContourMark(from: &reader))
    case .heat: self = .heat(try HeatMark(from: &reader))
    case .trajectory: self = .trajectory(try TrajectoryMark(from: &reader))
    case .minimum: self = .minimum(try MinimumMark(from: &reader))
    }
  }

  /// The amount of drawing.
  var size: MarkSize {
    switch self {
    case .line(let mark): mark.size
    case .scatter(let mark): mark.size
    case .step(let mark): mark.size
    case .bar(let mark): mark.size
    case .histogram(let mark): mark.size
    case .band(let mark): mark.size
    case .rule(let mark): mark.size
    case .contour(let mark): mark.size
    case .heat(let mark): mark.size
    case .trajectory(let mark): mark.size
    case .minimum(let mark): mark.size
    }
  }
}
