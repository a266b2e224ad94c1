extension Landscape {
  /// A wave that grows with the distance from 0: x·cos(0.15·πx).
  ///
  /// It has a minimum in every period, each deeper than the one before it. Three are listed: the
  /// one nearest to 0 and its neighbours, at −13.66, −1.83 and 7.27.
  public static var cosineWave: Landscape {
    let minima = [-13.660371004955636, -1.8256845786723394, 7.269388146311475]
    return Landscape("x cos(.15πx)", minima: minima) { x in
      x * (0.15 * Double.pi * x).cos()
    }
  }
}
