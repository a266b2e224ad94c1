extension Stylesheet {
  /// Listings, the blocks that run and what stands under them. One thin rule at the left joins a
  /// block's code and outputs.
  static let blocks = """
    .listing, .block { margin: 0 0 28px; }
    .block { position: relative; border-left: 2px solid var(--rule); }
    .code { position: relative; background: var(--tint); }
    .code pre { margin: 0; padding: 12px 14px; overflow-x: auto; font-size: var(--code-size); line-height: 1.55; }
    .block > details { margin: 0; }
    li > .block:last-child { margin-bottom: 20px; }
    .block > details > summary { padding: 4px 14px; background: var(--tint); }

    .block > .number {
      display: block;
      min-height: 24px;
      padding: 2px 0 2px 14px;
      font: var(--code-size)/1.55 var(--mono);
      color: var(--muted);
      text-decoration: none;
    }
    .block > .number:hover { color: var(--accent); }
    @media (min-width: 48em) {
      .block > .number {
        position: absolute;
        right: 100%;
        top: 0;
        padding: 12px 12px 0 0;
      }
      .block > .number.beside-output { padding-top: 12px; }
    }

    .output { padding: 12px 0 0 14px; }
    .output > :last-child { margin-bottom: 0; }
    .output > * { margin: 0 0 16px; }
    .printed { overflow: auto; font-size: var(--code-size); line-height: 1.55; }
    .printed.long { max-height: calc(20.6 * 1.55em); border-block: 1px solid var(--rule); }
    .unseen { padding: 0 0.2em; border: 1px solid var(--muted); color: var(--muted); font-size: 0.85em; }

    figcaption { margin-top: 8px; font: 0.78rem/1.5 var(--sans); color: var(--muted); }
    figcaption .number { font-weight: 600; color: var(--ink); margin-right: 0.4em; }
    figure:has(+ .data) { margin-bottom: 0; }
    .data .scroll { max-height: 24rem; overflow: auto; }
    table { border-collapse: collapse; font: 0.8rem/1.5 var(--sans); font-variant-numeric: tabular-nums; }
    th, td { padding: 2px 20px 2px 0; text-align: right; }
    td { white-space: nowrap; border-top: 1px solid var(--rule); }
    th { font-weight: 600; vertical-align: bottom; }
    th.text, td.text { text-align: left; }
    caption { padding-bottom: 4px; text-align: left; color: var(--muted); }
    .table { overflow-x: auto; }
    .table table { border-bottom: 1px solid var(--rule); }

    .check, .knob { font: 0.8rem/1.5 var(--sans); color: var(--muted); }
    .check .verdict, .knob .name { font-weight: 600; }
    .knob .value { color: var(--ink); font-variant-numeric: tabular-nums; }
    .missing { color: var(--fault); }

    .failure { margin: 0 0 16px; padding: 10px 14px; border-left: 3px solid var(--fault); font: 0.87rem/1.5 var(--sans); }
    .failure p { margin: 0 0 6px; overflow-wrap: anywhere; }
    .failure p:last-child { margin-bottom: 0; }
    .failure .place { font-weight: 600; color: var(--fault); }
    .failure.expected { border-left-color: var(--rule); }
    .failure.expected .place { color: var(--muted); }
    .failure .message { white-space: pre-wrap; }

    .copy {
      position: absolute;
      top: 6px;
      right: 6px;
      min-height: 28px;
      padding: 2px 8px;
      border: 1px solid var(--rule);
      background: var(--paper);
      color: var(--muted);
      font: 0.72rem/1.4 var(--sans);
      cursor: pointer;
      opacity: 0;
    }
    .code:hover .copy, .code:focus-within .copy, .copy:focus { opacity: 1; }
    .copy:hover { color: var(--accent); }
    @media (prefers-reduced-motion: no-preference) {
      .copy, .anchor { transition: opacity 0.12s; }
    }
    @media (forced-colors: active) {
      .code { border: 1px solid CanvasText; }
      .copy, .anchor { opacity: 1; }
    }
    """

  /// Few colours: what the program does stays in ink, what it is made of is tinted.
  static let highlighting = """
    .k, .a { color: var(--code-keyword); }
    .t { color: var(--code-type); }
    .s { color: var(--code-string); }
    .n { color: var(--code-number); }
    .c { color: var(--code-comment); }
    """
}
