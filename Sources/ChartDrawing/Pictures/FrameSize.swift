import Charts

/// The size of the area in which the marks are drawn.
struct FrameSize {
  /// The frame's height.
  let height: Double
  /// The frame's width; nil for all the available width.
  let width: Double?

  /// Computes the size.
  /// - Parameters:
  ///   - chart: the chart, of which the aspect and the scales matter.
  ///   - usual: the height that makes the picture 16 : 9.
  ///   - room: the width left by the axis labels.
  ///   - x: the horizontal axis's scale.
  ///   - y: the vertical axis's scale.
  init(
    _ chart: Chart, usual: Double, room: Double, x: PositionScale, y: PositionScale,
    layout: ChartLayout
  ) {
    let side = min(room, layout.longestSide)
    switch chart.aspect {
    case .wide: (height, width) = (usual, nil)
    case .square: (height, width) = (side, side)
    case .equal:
      let ratio = (y.upper / 2 - y.lower / 2) / (x.upper / 2 - x.lower / 2)
      guard ratio.isFinite, ratio > 0, chart.x.scale == .linear, chart.y.scale == .linear else {
        (height, width) = (side, side)
        return
      }
      // Beyond a ratio of 10 nothing would be visible: the scales then differ.
      let wide = room * min(max(ratio, 0.1), 10) <= side
      width = wide ? room : side / min(max(ratio, 0.1), 10)
      height = wide ? room * max(ratio, 0.1) : side
    }
  }
}
