extension Stylesheet {
  /// The controls of an animated figure. They exist only where a script runs.
  static let animation = """
    .steps { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin: 4px 0 8px; }
    .steps > * { font: 0.83rem/1.5 var(--sans); color: var(--muted); }
    .steps button { padding: 2px 10px; border: 1px solid var(--muted); border-radius: 4px; background: none; cursor: pointer; }
    .steps button:hover { color: var(--accent); border-color: var(--accent); }
    .steps input { flex: 1 1 8rem; min-width: 6rem; accent-color: var(--accent); }
    .steps span { flex: 1 0 100%; min-height: 1.5em; font-variant-numeric: tabular-nums; }
    @media print { .steps { display: none; } }
    """
}
