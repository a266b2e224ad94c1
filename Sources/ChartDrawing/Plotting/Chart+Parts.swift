import Charts

extension Chart {
  /// The panels as separate charts, with the shared axes and marks.
  var panelCharts: [Chart] {
    panels.map { Chart(title: $0.title, x: x, y: y, marks: marks + $0.marks, aspect: aspect) }
  }

  /// True when the chart has contours or a heat map, which then determine the range of the axes.
  var hasGround: Bool {
    marks.contains { mark in
      switch mark {
      case .contour, .heat: true
      default: false
      }
    }
  }

  /// The grid of the first mark that has one.
  var firstGrid: Grid? {
    for mark in marks {
      switch mark {
      case .contour(let contour): return contour.grid
      case .heat(let heat): return heat.grid
      default: continue
      }
    }
    return nil
  }

  /// The trajectories, from back to front.
  var trajectories: [TrajectoryMark] {
    marks.compactMap { if case .trajectory(let mark) = $0 { mark } else { nil } }
  }
}
