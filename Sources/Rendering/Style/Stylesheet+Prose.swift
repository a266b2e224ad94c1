extension Stylesheet {
  /// Running text: headings closer to what follows them than to what went before.
  static let prose = """
    .prose > :first-child { margin-top: 0; }
    p, ul, ol, blockquote, pre, figure, details { margin: 0 0 20px; }
    p { text-wrap: pretty; hanging-punctuation: first allow-end; }

    h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.3; text-wrap: balance; }
    h1, h2 { font-size: 1.45rem; margin: 52px 0 12px; }
    h3 { font-size: 1.14rem; margin: 36px 0 8px; }
    h4, h5, h6 { font-size: 1rem; margin: 28px 0 4px; }

    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
    .anchor { margin-left: 0.4em; color: var(--muted); font-weight: 400; text-decoration: none; opacity: 0; }
    .anchor::before { content: "#"; }
    :is(h1, h2, h3, h4, h5, h6, summary):hover .anchor, .anchor:focus { opacity: 1; }
    @media (hover: none) { .anchor { display: none; } }
    .refused { color: var(--muted); font-size: 0.9em; }

    ul, ol { padding-left: 1.5rem; }
    li { margin-bottom: 6px; }
    li > p { margin-bottom: 12px; }
    li > ul, li > ol { margin-bottom: 0; margin-top: 6px; }
    li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }

    blockquote { margin-left: 1.5rem; color: var(--muted); }
    blockquote > :last-child, li > :last-child { margin-bottom: 0; }
    hr { width: 6rem; margin: 40px auto; border: 0; border-top: 1px solid var(--muted); }

    code, pre { font-family: var(--mono); font-variant-ligatures: none; tab-size: 2; }
    code { font-size: 0.84em; background: var(--tint); padding: 0.1em 0.25em; overflow-wrap: anywhere; }
    pre code { font-size: inherit; background: none; padding: 0; overflow-wrap: normal; }

    summary { cursor: pointer; font: 0.83rem/1.5 var(--sans); color: var(--muted); padding: 4px 0; }
    summary:hover { color: var(--accent); }
    .solution { margin-top: 24px; }
    .solution > summary { font-size: 0.94rem; font-weight: 600; color: var(--accent); }
    .solution[open] > summary { margin-bottom: 12px; }
    """

  /// Chinese typography: stress by weight, never slanted; stricter line ends; a little air between
  /// Chinese and Latin letters where the browser knows how.
  static let chinese = """
    :lang(zh) { line-break: strict; text-autospace: normal; text-spacing-trim: normal; }
    :lang(zh) em { font-style: normal; font-weight: 700; }
    :lang(zh) p, :lang(zh) li { hanging-punctuation: none; text-wrap: wrap; }
    :lang(zh) :is(h1, h2, h3) { line-height: 1.4; }
    """
}
