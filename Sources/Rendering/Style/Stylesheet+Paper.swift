extension Stylesheet {
  /// A printed sheet: nothing to click, folded code and solutions open, long lines wrapped with a
  /// mark, nothing cut at the foot of a page.
  static let paper = """
    @page {
      margin: 22mm 18mm;
      @top-left { font: 8pt/1.4 serif; color: #444; }
      @top-right { font: 8pt/1.4 serif; color: #444; }
      @bottom-center { content: counter(page); font: 8pt/1.4 serif; color: #444; }
    }
    @page :first {
      @top-left { content: none; }
      @top-right { content: none; }
    }
    @media print {
      html { font-size: 10.5pt; }
      .skip, .top, .bottom, .contents, .anchor, .copy, .data, .said, dialog { display: none; }
      main { display: block; padding: 0; }
      .opening { margin-top: 0; }
      h1, h2, h3, h4, h5, h6, .block > .number { break-after: avoid; }
      figure, .failure, tr { break-inside: avoid; }
      figure .chart { display: block; width: 115mm; max-width: 100%; height: auto; }
      .printed { break-after: avoid; }
      p { orphans: 3; widows: 3; }
      a { color: inherit; }
      .prose a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
      .code pre, .printed { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
      .code pre { padding: 2px 0; }
      .printed.long { max-height: none; border: 0; }
      .block > .number { position: static; min-height: 0; padding: 0 0 2px 14px; }
      pre > code > span { display: block; position: relative; padding-left: 14px; }
      pre > code > span::before {
        content: "↪\\A↪\\A↪\\A↪\\A↪\\A↪\\A↪\\A↪";
        position: absolute;
        top: 1.55em;
        bottom: 0;
        left: 0;
        overflow: hidden;
        white-space: pre;
        color: var(--muted);
      }
      details:not([open])::details-content { content-visibility: visible; block-size: auto; }
      details > summary { list-style: none; }
      .block > details > summary { display: none; }
    }
    """
}
