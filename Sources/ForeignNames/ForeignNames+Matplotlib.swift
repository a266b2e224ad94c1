extension ForeignName {
  static let matplotlib: [ForeignName] = [
    .init(.matplotlib, "matplotlib.pyplot.plot", "LineChart"),
    .init(
      .matplotlib, "matplotlib.pyplot.semilogy", "LossCurve",
      "with x: `LineChart(x: x, y: y, yScale: .log)`"),
    .init(.matplotlib, "matplotlib.pyplot.scatter", "ScatterPlot"),
    .init(.matplotlib, "matplotlib.pyplot.bar", "BarChart"),
    .init(.matplotlib, "matplotlib.pyplot.hist", "Histogram"),
    .init(.matplotlib, "matplotlib.pyplot.step", "StepChart"),
    .init(
      .matplotlib, "matplotlib.pyplot.fill_between", "BandChart",
      "`BandChart(x: x, lower: a, upper: b)`"),
    .init(.matplotlib, "matplotlib.pyplot.contour", "ContourPlot"),
    .init(.matplotlib, "matplotlib.pyplot.imshow", "HeatMap", "`HeatMap(array)`"),
    .init(.matplotlib, "matplotlib.pyplot.pcolormesh", "HeatMap"),
    .init(
      .matplotlib, "matplotlib.pyplot.subplots", "SmallMultiples",
      "of charts: `[(\"a\", c.chart), (\"b\", d.chart)]`"),
    .init(.matplotlib, "matplotlib.pyplot.axhline", "Mark.horizontalRule"),
    .init(.matplotlib, "matplotlib.pyplot.axvline", "Mark.verticalRule"),
    .init(.matplotlib, "matplotlib.pyplot.axline", "Mark.slope"),
    .init(.matplotlib, "matplotlib.pyplot.show", "show"),
    .init(.matplotlib, "matplotlib.pyplot.title", "Chart.title"),
    .init(
      .matplotlib, "matplotlib.pyplot.xlabel", "Axis.label",
      "`LineChart(x: x, y: y, xLabel: \"epoch\")`"),
  ]
}
