extension Stylesheet {
  /// What the scripts add to lead through the site.
  static let shell = """
    .tools { display: flex; flex-wrap: wrap; gap: 0 4px; margin: 0 -10px; }
    .tools button, dialog button {
      min-height: 32px;
      padding: 4px 10px;
      border: 0;
      background: none;
      color: var(--muted);
      font: 0.83rem/1.5 var(--sans);
      cursor: pointer;
    }
    .tools button:hover, dialog button:hover { color: var(--accent); }

    dialog {
      width: min(40rem, calc(100vw - 32px));
      max-height: min(44rem, calc(100vh - 32px));
      max-height: min(44rem, calc(100dvh - 32px));
      margin: min(12vh, 96px) auto auto;
      padding: 20px 24px 16px;
      overflow: auto;
      border: 1px solid var(--rule);
      background: var(--paper);
      color: var(--ink);
      font: 0.94rem/1.5 var(--sans);
    }
    dialog::backdrop { background: rgb(0 0 0 / 0.35); }
    dialog h2 { margin: 0 0 12px; font: 600 1rem/1.4 var(--sans); }
    dialog .close { position: absolute; top: 14px; right: 12px; }
    dialog fieldset { margin: 0 0 16px; padding: 0; border: 0; }
    dialog legend { padding: 0; color: var(--muted); font-size: 0.83rem; }
    dialog label { display: inline-block; margin-right: 20px; padding: 4px 0; }
    dialog .sizes button { min-width: 32px; border: 1px solid var(--rule); font-size: 1rem; }
    dialog output { display: inline-block; min-width: 4.5em; text-align: center; }
    dialog dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 20px; margin: 0 0 16px; }
    dialog dd { margin: 0; }
    kbd {
      display: inline-block;
      min-width: 1.9em;
      padding: 0 6px;
      border: 1px solid var(--rule);
      background: var(--tint);
      font: 0.83rem/1.6 var(--sans);
      text-align: center;
    }
    .search input {
      width: 100%;
      min-height: 40px;
      padding: 4px 10px;
      border: 1px solid var(--muted);
      border-radius: 0;
      background: var(--paper);
      color: var(--ink);
      font: 1rem/1.5 var(--sans);
    }
    .search .count { min-height: 1.5em; margin: 8px 0 4px; color: var(--muted); font-size: 0.83rem; }
    .results { list-style: none; margin: 0; padding: 0; }
    .results li { margin: 0; border-top: 1px solid var(--rule); }
    .results a { display: block; padding: 10px 0; color: inherit; text-decoration: none; }
    .results a:hover .heading, .results a:focus .heading { color: var(--accent); text-decoration: underline; }
    .results span { display: block; overflow-wrap: anywhere; }
    .results .heading { font-weight: 600; }
    .results .chapter { color: var(--muted); font-size: 0.83rem; }
    .results .snippet { margin-top: 2px; font: 0.88rem/1.5 var(--serif); }
    mark { background: var(--mark); color: inherit; }

    .said {
      position: fixed;
      inset: auto 0 24px;
      width: max-content;
      max-width: calc(100vw - 32px);
      margin: 0 auto;
      padding: 6px 14px;
      background: var(--ink);
      color: var(--paper);
      font: 0.83rem/1.5 var(--sans);
    }
    .said:empty { display: none; }
    """
}
