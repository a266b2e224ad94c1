import Charts

extension Chart {
  /// The panels as charts of their own, with the axes and the marks that they share.
  var panelCharts: [Chart] {
    panels.map { Chart(title: $0.title, x: x, y: y, marks: marks + $0.marks, aspect: aspect) }
  }

  /// Whether a function of two variables lies under the trajectories and decides what is shown.
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
