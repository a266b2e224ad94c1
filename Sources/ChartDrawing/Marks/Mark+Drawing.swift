import Charts

extension Mark {
  /// The mark as one that is drawn. This is the only list that joins the kinds.
  var drawn: any AnyDrawnMark {
    switch self {
    case .line(let mark): DrawnMarkBox(mark, self)
    case .scatter(let mark): DrawnMarkBox(mark, self)
    case .step(let mark): DrawnMarkBox(mark, self)
    case .bar(let mark): DrawnMarkBox(mark, self)
    case .histogram(let mark): DrawnMarkBox(mark, self)
    case .band(let mark): DrawnMarkBox(mark, self)
    case .rule(let mark): DrawnMarkBox(mark, self)
    case .contour(let mark): DrawnMarkBox(mark, self)
    case .heat(let mark): DrawnMarkBox(mark, self)
    case .trajectory(let mark): DrawnMarkBox(mark, self)
    case .minimum(let mark): DrawnMarkBox(mark, self)
    }
  }
}
