extension Stylesheet {
  /// What a text has beyond paragraphs: numbers and the ways back, notes, admonitions, tables, images,
  /// the bibliography.
  static let references = """
    :is(h2, h3) > .number { margin-right: 0.5em; color: var(--muted); font-weight: 400; font-variant-numeric: tabular-nums; }
    .ref { white-space: nowrap; }
    .backlinks { white-space: nowrap; color: var(--muted); font: 0.72rem/1.4 var(--sans); }
    .backlinks a { padding: 0 0.25em; color: inherit; text-decoration: none; }
    .backlinks a:hover { color: var(--accent); text-decoration: underline; }
    :is(.ref, .noteref a, .citation a, .bibliography li, .sidenote, .table):target { background: var(--tint); outline: 4px solid var(--tint); }

    .written table { min-width: min(100%, 20rem); }
    .written td, .written th { padding: 4px 20px 4px 0; }
    .written :is(td, th):last-child { padding-right: 0; }
    .written td { white-space: normal; }
    .written :is(td, th).center { text-align: center; }
    caption .number { font-weight: 600; color: var(--ink); }
    .prose > .table { margin: 0 0 24px; }

    .admonition { margin: 0 0 24px; padding: 2px 0 2px 16px; border-left: 3px solid var(--muted); }
    .admonition > .title { margin: 0 0 4px; font: 600 0.83rem/1.5 var(--sans); color: var(--muted); }
    .admonition > :last-child { margin-bottom: 0; }
    .admonition:is(.tip, .important) { border-left-color: var(--accent); }
    .admonition:is(.tip, .important) > .title { color: var(--accent); }
    .admonition:is(.warning, .caution) { border-left-color: var(--fault); }
    .admonition:is(.warning, .caution) > .title { color: var(--fault); }

    .noteref { font: 0.7em/1 var(--sans); vertical-align: super; }
    .noteref a { padding: 0 0.15em; text-decoration: none; }
    .sidenote { margin: 0 0 20px 1.5rem; font: 0.78rem/1.5 var(--sans); color: var(--muted); }
    .sidenote p { margin: 0; }
    .sidenote .number { margin-right: 0.3em; font-weight: 600; text-decoration: none; }
    @media screen and (min-width: 87em) {
      .prose > .sidenote {
        float: left;
        clear: left;
        width: 11rem;
        margin: -3.4rem 0 16px calc(-11rem - var(--gutter) - 8px);
      }
      .prose > .sidenote + .sidenote { margin-top: 0; }
    }

    .listing > .source { margin: 0; padding: 6px 14px 0; background: var(--tint); font: 0.72rem/1.5 var(--sans); color: var(--muted); }
    .listing > .source code { padding: 0; background: none; font-size: 1em; }
    .prose img { display: block; max-width: 100%; height: auto; margin: 0 auto; }

    .bibliography h2 { margin-top: 52px; }
    .bibliography ul { padding-left: 0; list-style: none; font-size: 0.89rem; line-height: 1.5; }
    .bibliography li { padding-left: 1.5rem; text-indent: -1.5rem; overflow-wrap: anywhere; }
    .missing { color: var(--fault); }
    :lang(zh) cite { font-style: normal; }
    [dir="auto"] { text-align: start; }
    @media print {
      .backlinks { display: none; }
      .admonition, .sidenote, .written tr, .bibliography li { break-inside: avoid; }
      .ref { white-space: normal; }
    }
    """
}
