extension AxisPlan {
  /// The vertical axis of a frame.
  init(
    vertical axis: Axis, extent: Extent, height: Double, margin: FrameMargin, layout: ChartLayout,
    count: Int? = nil
  ) {
    let count = count ?? min(layout.verticalTicks, max(Int(height / (layout.row * 1.4)), 1))
    self.init(axis, extent: extent, from: height, to: 0, count: count, padded: margin != .none)
  }

  /// The horizontal axis of a frame, with as many labels as stand side by side.
  init(
    horizontal axis: Axis, extent: Extent, width: Double, margin: FrameMargin,
    layout: ChartLayout
  ) {
    var count = layout.horizontalTicks
    while true {
      self.init(
        axis, extent: extent, from: 0, to: width, count: count, padded: margin == .both)
      if isCategorical {
        shortenLabels(layout)
        return
      }
      let room = widthOfLabels(layout) + layout.textSize
      let places = ticks.map { scale.position(transformed: $0.place) }
      let fits = places.indices.dropFirst().allSatisfy { places[$0] - places[$0 - 1] >= room }
      if fits || count <= 1 { return }
      count -= 1
    }
  }
}
