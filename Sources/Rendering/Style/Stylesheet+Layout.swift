extension Stylesheet {
  /// One column; on wide screens a gutter for block numbers to its left and a margin for the
  /// contents to its right.
  static let layout = """
    *, ::before, ::after { box-sizing: border-box; }

    html { font-size: calc(106.25% * var(--text-size)); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
    @media (min-width: 48em) { html { font-size: calc(112.5% * var(--text-size)); } }

    body {
      margin: 0;
      background: var(--paper);
      color: var(--ink);
      font: 1rem/var(--leading) var(--serif);
      overflow-wrap: break-word;
      text-rendering: optimizeLegibility;
      font-kerning: normal;
    }

    .top, .bottom, main {
      display: grid;
      grid-template-columns: minmax(0, var(--column));
      justify-content: center;
      padding: 0 16px;
    }
    @media (min-width: 48em) {
      .top, .bottom, main { padding: 0 calc(var(--gutter) + 8px); }
    }
    @media (min-width: 72em) {
      .top, .bottom, main {
        grid-template-columns: minmax(0, var(--column)) var(--margin);
        column-gap: 3rem;
      }
      body:not(:has(.contents)) > :is(.top, .bottom, main) {
        grid-template-columns: minmax(0, var(--column));
      }
      main { grid-template-rows: auto 1fr; }
      main > * { grid-column: 1; }
      main > .contents { grid-column: 2; grid-row: 1 / span 2; }
    }

    .skip {
      position: absolute;
      left: 8px;
      top: -64px;
      padding: 8px 12px;
      background: var(--paper);
      font: 0.85rem/1.4 var(--sans);
    }
    .skip:focus { top: 8px; z-index: 1; }

    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    :target { scroll-margin-top: 24px; }
    """

  /// The lines above and below the chapter, its title, the contents in the margin.
  static let surroundings = """
    .top { padding-top: 20px; padding-bottom: 12px; }
    .top > div {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 20px;
      min-height: 36px;
    }
    .top > *, .bottom > *, .contents { font: 0.83rem/1.5 var(--sans); color: var(--muted); }
    .top a, .bottom a, .contents a { color: inherit; text-decoration: none; }
    .top a, .bottom a { display: inline-block; padding: 4px 0; }
    .top a:hover, .bottom a:hover, .contents a:hover { color: var(--accent); text-decoration: underline; }
    .top ul, .contents ol { list-style: none; margin: 0; padding: 0; }
    .home { margin-right: auto; font-weight: 600; letter-spacing: 0.01em; }

    .opening { margin: 48px 0 40px; }
    .opening p { margin: 0; }
    .opening .number { font: 0.83rem/1.5 var(--sans); color: var(--muted); margin-bottom: 4px; }
    .opening h1 { margin: 0; font-size: 2.1rem; line-height: 1.2; font-weight: 600; text-wrap: balance; }
    .opening .summary { margin-top: 16px; color: var(--muted); font-size: 1.08rem; line-height: 1.5; }
    @media (max-width: 30em) {
      .opening { margin: 24px 0 28px; }
      .opening h1 { font-size: 1.7rem; }
    }

    .contents { margin-bottom: 40px; }
    .contents h2 { margin: 0 0 4px; font: inherit; font-weight: 600; }
    .contents li { margin: 0; padding: 4px 0; line-height: 1.4; }
    .contents a[aria-current] { color: var(--accent); font-weight: 600; }
    @media (min-width: 72em) {
      .contents {
        position: sticky;
        top: 32px;
        align-self: start;
        max-height: calc(100vh - 64px);
        overflow: auto;
        margin: 47px 0 0;
      }
    }

    .bottom { margin-top: 64px; padding-bottom: 48px; }
    .downloads { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 24px; padding: 0; }
    .bottom .downloads { justify-content: start; gap: 4px 24px; margin-bottom: 16px; }
    .bottom nav ul { border-top: 1px solid var(--rule); }
    .bottom ul { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 16px 32px; }
    .bottom ul { list-style: none; margin: 0; padding: 20px 0 0; }
    .bottom .next { margin-left: auto; text-align: right; }
    .bottom span { display: block; }
    .bottom .title { color: var(--ink); font: 1rem/1.4 var(--serif); }
    .bottom a:hover .title { color: var(--accent); }
    """
}
