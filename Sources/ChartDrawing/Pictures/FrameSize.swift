import Charts

/// The size of the part of the picture that is drawn into.
struct FrameSize {
  /// The frame's height.
  let height: Double
  /// The frame's width; nil where it takes all the room that there is.
  let width: Double?

  /// Finds the size.
  /// - Parameters:
  ///   - chart: whose aspect counts.
  ///   - usual: the height that makes the picture 16 : 9.
  ///   - room: the width that axis labels leave.
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
      // Beyond these proportions there is nothing to see any more: the scales differ then.
      let wide = room * min(max(ratio, 0.1), 10) <= side
      width = wide ? room : side / min(max(ratio, 0.1), 10)
      height = wide ? room * max(ratio, 0.1) : side
    }
  }
}
