extension ChartStylesheet {
  /// The rules for contour lines, trajectories and maps. They are also used in EPUB files, whose
  /// checker does not support `:is()`.
  static var fieldRules: String {
    """
    .chart .chart-contour { stroke: var(--chart-muted); stroke-width: 1; opacity: .5; }
    .chart .chart-back { stroke: var(--paper); stroke-width: 4; opacity: .8; }
    .chart .chart-iterate { stroke: currentColor; stroke-width: 6; }
    .chart .chart-way { stroke-width: 1.5; }
    .chart .age-1 { opacity: .35; }
    .chart .age-2 { opacity: .5; }
    .chart .age-3 { opacity: .65; }
    .chart .age-4 { opacity: .8; }
    .chart .age-5 { opacity: 1; }
    .chart .chart-start { fill: var(--paper); stroke: currentColor; stroke-width: 2; }
    .chart .chart-cross, .chart .chart-boundary { stroke: var(--chart-ink); stroke-width: 2; }
    .chart-cells, .chart-swatch { shape-rendering: crispEdges; }
    .chart .chart-cells path { stroke: currentColor; stroke-width: 1.03; stroke-linecap: butt; }
    .chart .chart-swatch { stroke: currentColor; stroke-width: 12; stroke-linecap: butt; }
    .chart .chart-kind { opacity: .5; }
    .chart .chart-ground { fill: var(--paper); }
    .chart .chart-moving { stroke: currentColor; stroke-width: 6; }
    .chart .chart-head { stroke: currentColor; stroke-width: 10; }
    .chart-partial .chart-iterate, .chart-partial .chart-number, .chart-partial .chart-arrow,
    .chart-partial .chart-note { display: none; }
    .chart .heat-none { color: var(--chart-grid); }
    .chart .chart-level, .chart .chart-number, .chart .chart-mark-name, .chart .chart-region,
    .chart .chart-boundary-name {
      paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
    .chart .chart-level, .chart .chart-number { font-size: 12px; }
    .chart-narrow .chart-level, .chart-narrow .chart-number { font-size: 11px; }
    .chart .chart-number { fill: currentColor; }
    .chart .chart-mark-name, .chart .chart-region, .chart .chart-boundary-name {
      fill: var(--chart-ink); }
    .chart { color: var(--chart-ink); }

    """
  }

  /// Returns the heat colours as declarations of CSS variables.
  public static func mapColors(onDarkPaper isDark: Bool) -> String {
    ColorMap.declarations(onDarkPaper: isDark)
  }

  /// The rules that map each class `heat-…` to its colour.
  public static var mapRules: String { ColorMap.rules }
}
