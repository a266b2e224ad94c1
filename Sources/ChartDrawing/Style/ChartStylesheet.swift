/// The stylesheet for pictures of charts.
public enum ChartStylesheet {
  /// All rules for charts, with the colours that they use.
  public static var text: String {
    """
    :root {
    \(lightColors)\(mapColors(onDarkPaper: false))}
    @media screen and (prefers-color-scheme: dark) {
    :root {
    \(darkColors)\(mapColors(onDarkPaper: true))}
    }
    @media print {
    :root {
    \(printChanges)}
    }
    \(rules)\(mapRules)
    """
  }

  /// The colours on a light background, as declarations of CSS variables. The series' colours are
  /// based on those of Okabe and Ito, darkened until they are legible as text, and adjusted until
  /// they differ under each of the three deficiencies of colour vision (`PaletteTests`).
  public static var lightColors: String {
    """
      --paper: #fdfcf9;
      --chart-ink: #2b2925;
      --chart-muted: #5c5850;
      --chart-grid: #e6e2d9;
      --chart-minor: #f4f1ea;
      --series-1: #1b4aa8;
      --series-2: #be4102;
      --series-3: #257d50;
      --series-4: #aa4991;
      --series-5: #91633d;
      --series-6: #267aa7;
      --series-7: #676d00;
      --series-8: #3f3c37;

    """
  }

  /// The colours on a dark background: the same hues, lightened.
  public static var darkColors: String {
    """
      --paper: #1f1d1a;
      --chart-ink: #ece7dd;
      --chart-muted: #b0a99c;
      --chart-grid: #37332e;
      --chart-minor: #292622;
      --series-1: #63b5ec;
      --series-2: #f37d2a;
      --series-3: #42a97c;
      --series-4: #dc8ab6;
      --series-5: #e6a93d;
      --series-6: #8fd0f5;
      --series-7: #e9de5a;
      --series-8: #d2cfc7;

    """
  }

  /// The colours that differ in print, on white paper, from those on a light background.
  public static var printChanges: String {
    """
      --paper: #fff;
      --chart-grid: #dcd8ce;
      --chart-minor: #efede6;

    """
  }

  /// The rules, without the colours and the rules for maps.
  public static var rules: String {
    """
    .chart { display: block; width: 100%; height: auto; overflow: visible;
      font-family: system-ui, sans-serif; font-size: 14px; font-variant-numeric: tabular-nums; }
    .chart-narrow { font-size: 12px; }
    .chart-pair { container-type: inline-size; position: relative; }
    .chart-pointer path { fill: none; stroke: var(--chart-muted); stroke-width: 1; }
    .chart-pointer circle { fill: currentColor; stroke: var(--paper); stroke-width: 1.5; }
    .chart-tip { position: absolute; padding: 2px 8px; max-width: 60%; pointer-events: none;
      border: 1px solid var(--chart-grid); background: var(--paper); color: var(--chart-ink);
      font: 13px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
    .chart-tip[hidden] { display: none; }
    .chart-pair > .chart-narrow { display: none; }
    @container (max-width: 460px) {
      .chart-pair > .chart-wide { display: none; }
      .chart-pair > .chart-narrow { display: block; }
    }
    .chart text { fill: var(--chart-muted); }
    .chart .chart-title { fill: var(--chart-ink); font-size: 16px; font-weight: 600; }
    .chart-narrow .chart-title { font-size: 14px; }
    .chart .chart-name, .chart .chart-note { fill: currentColor; }
    .chart .chart-note { paint-order: stroke; stroke: var(--paper); stroke-width: 4px;
      stroke-linejoin: round; }
    .chart path { stroke-linejoin: round; stroke-linecap: round; }
    .chart .chart-grid { stroke: var(--chart-grid); stroke-width: 1; }
    .chart .chart-minor { stroke: var(--chart-minor); stroke-width: 1; }
    .chart .chart-axis { stroke: var(--chart-muted); stroke-width: 1; stroke-linecap: butt; }
    .chart .chart-line, .chart .chart-arrow { stroke: currentColor; stroke-width: 1.75; }
    .chart .chart-raw { stroke: currentColor; stroke-width: 1; opacity: .4; }
    .chart .chart-lead { stroke: currentColor; stroke-width: 1; opacity: .6; }
    .chart .chart-dot { fill: currentColor; }
    .chart .chart-dots { stroke: currentColor; stroke-width: 6; }
    .chart .chart-round { fill: none; stroke: currentColor; stroke-width: 6.5; opacity: .8; }
    .chart .chart-mark { fill: currentColor; opacity: .8; }
    .chart .chart-cross, .chart .chart-hollow { fill: none; stroke: currentColor;
      stroke-width: 1.75; }
    .chart .chart-bar { fill: currentColor; }
    .chart .chart-bin { fill: currentColor; fill-opacity: .45; stroke: currentColor;
      stroke-width: 1; }
    .chart .chart-band { fill: currentColor; fill-opacity: .2; }
    .chart .chart-rule { stroke: currentColor; stroke-width: 1; stroke-dasharray: 3 3; }
    .chart .chart-panel { fill: var(--chart-ink); font-weight: 600; }
    .chart .chart-value { font-size: 12px; }
    .chart .series-all { color: var(--chart-muted); }
    .chart .series-1 { color: var(--series-1); }
    .chart .series-2 { color: var(--series-2); }
    .chart .series-3 { color: var(--series-3); }
    .chart .series-4 { color: var(--series-4); }
    .chart .series-5 { color: var(--series-5); }
    .chart .series-6 { color: var(--series-6); }
    .chart .series-7 { color: var(--series-7); }
    .chart .series-8 { color: var(--series-8); }
    .chart .series-2 .chart-line { stroke-dasharray: 7 4; }
    .chart .series-3 .chart-line { stroke-dasharray: 1 4; stroke-width: 2.25; }
    .chart .series-4 .chart-line { stroke-dasharray: 9 4 1 4; }
    .chart .series-5 .chart-line { stroke-dasharray: 14 5; }
    .chart .series-6 .chart-line { stroke-dasharray: 4 4; }
    .chart .series-7 .chart-line { stroke-dasharray: 9 4 1 4 1 4; }
    .chart .series-8 .chart-line { stroke-dasharray: 14 4 4 4; }
    .chart .series-again .chart-line { stroke-width: 3.5; }
    @media print {
      .chart-pair > .chart-wide { display: block; }
      .chart-pair > .chart-narrow, .chart-tip { display: none; }
    }

    """ + fieldRules
  }
}
