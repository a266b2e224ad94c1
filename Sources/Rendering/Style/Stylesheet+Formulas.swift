extension Stylesheet {
  /// Formulas. What is wider than its place scrolls there. Chromium's cells hold their row as a
  /// block, which only `-webkit-right` moves.
  static let formulas = """
    math { font-family: var(--math); }
    math mtext { font-family: var(--serif); }
    .formula { display: flex; align-items: center; gap: 16px; margin: 0 0 20px; }
    .formula > .scroll { flex: 1; min-width: 0; overflow-x: auto; overflow-y: hidden; padding: 4px 0; }
    .formula math { margin: 0; }
    .formula > .number { font-variant-numeric: tabular-nums; }
    .formula:target > .number { color: var(--accent); }
    .wide { display: inline-block; max-width: 100%; overflow-x: auto; vertical-align: middle; }

    mtable.aligned > mtr > mtd { padding-left: 0; padding-right: 0; text-align: right; text-align: -webkit-right; }
    mtable.aligned > mtr > mtd:nth-child(even) { text-align: left; }
    mtable.aligned > mtr > mtd:nth-child(odd):not(:first-child) { padding-left: 2em; }
    mtable.dense > mtr > mtd:nth-child(odd):not(:first-child) { padding-left: 0; }
    mtable.left > mtr > mtd, mtd.left { text-align: left; }
    :is(munder, munderover) > mtable > mtr > mtd { padding: 0; }
    mtd.right { text-align: right; text-align: -webkit-right; }
    mover.overline > :first-child { border-top: 0.06em solid; padding-top: 0.1em; }
    munder.underline > :first-child { border-bottom: 0.06em solid; padding-bottom: 0.1em; }
    :is(.overline, .underline) > mo:last-child { font-size: 0; }
    mtd.ruled { border-left: 1px solid; }
    mtd.topped { border-top: 1px solid; }
    mtd.bottomed { border-bottom: 1px solid; }
    @media print {
      .formula { break-inside: avoid; }
      .formula > .scroll, .wide { overflow: visible; }
    }
    """
}
