// What a page shows, and Python's own words.
extension ForeignIdiom {
  static let charts: [ForeignIdiom] =
    [
      .init("matplotlib.pyplot.yscale", "write 'yScale: .log' in the chart"),
      .init("matplotlib.pyplot.xscale", "write 'xScale: .log' in the chart"),
      .init(
        "matplotlib.pyplot.loglog", "write 'LineChart(x: x, y: y, xScale: .log, yScale: .log)'"),
      .init(
        "matplotlib.pyplot.legend",
        "lines have their names: 'LineChart([(\"sgd\", a), (\"adam\", b)])'"),
      .init("matplotlib.pyplot.ylabel", "write 'yLabel:' in the chart"),
      .init("matplotlib.pyplot.savefig", "nothing is saved: 'show(chart)' puts it into the page"),
      .init("matplotlib.pyplot.contourf", "write 'ContourPlot', see 'gradbook api ContourPlot'"),
      .init("matplotlib.pyplot.errorbar", "write 'BandChart', see 'gradbook api BandChart'"),
      .init(
        "matplotlib.pyplot.quiver",
        "there are no arrows; 'ContourPlot' with a trajectory shows a descent"),
      .init(
        "matplotlib.pyplot.boxplot", "there is none; 'Histogram' and 'BandChart' show a spread"),
      .init("seaborn.heatmap", "write 'HeatMap', see 'gradbook api HeatMap'"),
      .init("seaborn.scatterplot", "write 'ScatterPlot(x: x, y: y)'"),
      .init("seaborn.lineplot", "write 'LineChart(x: x, y: y)'"),
      .init("seaborn.histplot", "write 'Histogram(values)'"),
      .init(
        "seaborn", "'LineChart', 'ScatterPlot', 'HeatMap' and 'Histogram' draw; then 'show(chart)'"),
      .init("pandas.DataFrame", "write 'Table', see 'gradbook api Table'"),
      .init("pandas.read_csv", "declare the file with the block option 'data'"),
      .init("pandas", "'Table' shows rows; a file is declared with the block option 'data'"),
      .init("display", "write 'show(chart)' or 'print(x)'"),
    ]
    + group(
      ["matplotlib.pyplot.xlim", "matplotlib.pyplot.ylim"],
      "a chart's range is its axis's: 'Axis(label: \"x\", domain: 0...1)'")
    + group(
      [
        "matplotlib.pyplot.grid", "matplotlib.pyplot.figure", "matplotlib.pyplot.colorbar",
        "matplotlib.pyplot.tight_layout", "matplotlib.pyplot.style", "Figure", "figsize",
      ],
      "leave it out: the page lays a chart out; 'show(LineChart(losses))' shows one")
    + group(
      ["matplotlib.pyplot.text", "matplotlib.pyplot.annotate"],
      "there is no free text in a chart: lines, points and marks have labels")
    + group(
      ["matplotlib.axes.plot_surface", "matplotlib.axes.plot_wireframe"],
      "there are no surfaces: 'ContourPlot' shows a function of two variables")
    + group(
      ["matplotlib.axes", "matplotlib.figure"],
      "'show(LineChart(x: x, y: y))' draws without axes or figures of its own")

  static let python: [ForeignIdiom] =
    [
      .init("enumerate", "write 'for (i, x) in xs.enumerated()'"),
      .init("zip_longest", "write 'zip(a, b)'"),
      .init("next", "write 'Array(loader)[0]'"),
      .init("iter", "a loop takes the value itself: 'for batch in loader'"),
      .init("tqdm", "write 'progress(i, of: n)' in the loop"),
      .init("format", "'x.fixed(3)' writes a number with three decimals"),
      .init("elif", "write 'else if'"),
      .init("and", "write '&&'"),
      .init("or", "write '||'"),
      .init("not", "write '!'"),
      .init("from", "leave the import out: arrays, optimizers and charts are there without one"),
      .init("pass", "leave it out: '{ }' may be empty"),
      .init("isinstance", "write 'x is Dense'"),
      .init("type", "write 'type(of: x)'"),
      .init(
        "input",
        "a block reads nothing from a keyboard; 'knob(\"rate\", default: 0.1, in: 0.01...1)' is a slider"
      ),
      .init("os", "a block has no files but those that it declares with the option 'data'"),
      .init("open", "a block has no files but those that it declares with the option 'data'"),
    ]
    + group(
      ["time.time", "time.perf_counter", "time"],
      "write 'ContinuousClock().measure { … }'; what differs from run to run does not belong in a page"
    )
    + group(
      ["Date", "datetime"], "a page has no date: what differs from run to run does not belong in it"
    )
}
