import Charts

extension Mark {
  /// The mark as a `DrawnMark`. This is the only list that joins the kinds.
  var drawn: any DrawnMark {
    switch self {
    case .line(let mark): mark
    case .scatter(let mark): mark
    case .step(let mark): mark
    case .bar(let mark): mark
    case .histogram(let mark): mark
    case .band(let mark): mark
    case .rule(let mark): mark
    case .contour(let mark): mark
    case .heat(let mark): mark
    case .trajectory(let mark): mark
    case .minimum(let mark): mark
    }
  }
}
