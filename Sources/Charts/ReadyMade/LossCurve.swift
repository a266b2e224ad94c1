/// The usual chart of a training run: the loss on a logarithmic axis, against epochs.
public struct LossCurve: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// The curve of one run.
  ///
  /// - Parameters:
  ///   - losses: the loss before training, then at equal distances until the end; inf and nan are
  ///     allowed.
  ///   - epochs: the number of epochs that the losses span; the value with index i is drawn at i ·
  ///     epochs / (count − 1).
  ///   - title: the main finding in words.
  ///   - label: the run's name; nil for a curve without one.
  ///   - floor: the loss at which theory says that the noise is all that is left, with its name, drawn
  ///     as a line; nil for none.
  public init(
    _ losses: [Double], epochs: Int, title: String = "", label: String? = nil,
    floor: (loss: Double, label: String)? = nil
  ) {
    self.init([(label, losses)], epochs: epochs, title: title, floor: floor)
  }

  /// The curves of several runs in one chart.
  ///
  /// - Parameters:
  ///   - runs: each run's name and its losses.
  ///   - epochs: the number of epochs that each run's losses span.
  ///   - title: the main finding in words.
  ///   - floor: the loss at which theory says that the noise is all that is left, with its name, drawn
  ///     as a line; nil for none.
  public init(
    _ runs: [(label: String?, losses: [Double])], epochs: Int, title: String = "",
    floor: (loss: Double, label: String)? = nil
  ) {
    var marks = runs.map { run in
      let last = Double(max(run.losses.count - 1, 1))
      return Mark.line(
        LineMark(
          label: run.label, x: run.losses.indices.map { Double($0) * Double(epochs) / last },
          y: run.losses, smoothing: .automatic))
    }
    if let floor { marks.append(.horizontalRule(at: floor.loss, floor.label)) }
    chart = Chart(
      title: title, x: Axis(label: ReadyMadeWord.epoch.rawValue),
      y: Axis(label: ReadyMadeWord.loss.rawValue, scale: .log), marks: marks)
  }
}
