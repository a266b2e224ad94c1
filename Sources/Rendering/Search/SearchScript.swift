extension ShellParts {
  /// Search: the terms of texts, the ranking, the dialog.
  static let search = [terms, ranking, snippets, searchDialog].joined(separator: "\n")

  /// Takes texts apart into terms: the stems of words, and pairs of neighbouring Chinese characters.
  static let terms = """
    const pieces = /\\p{sc=Han}+|(?:(?!\\p{sc=Han})[\\p{L}\\p{N}\\p{M}])+/gu;
    const isHan = (piece) => /^\\p{sc=Han}/u.test(piece);
    const stem = (word) => {
      if (word.length < 4) return word;
      let base = word.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');
      const bare = base.replace(/(?:ing|ed)$/, '');
      if (bare.length > 2 && /[aeiouy]/.test(bare)) base = bare.replace(/([^aeiouls])\\1$/, '$1');
      return base.length > 3 ? base.replace(/e$/, '') : base;
    };
    const pairs = (run) => {
      const characters = [...run];
      return characters.length < 2 ? [run]
        : characters.slice(1).map((character, index) => characters[index] + character);
    };
    const termsOf = (text) => (text.normalize('NFKC').toLowerCase().match(pieces) ?? [])
      .flatMap((piece) => isHan(piece) ? pairs(piece) : [stem(piece)]);
    """

  /// Orders the sections of all chapters by how well they answer.
  /// - Source: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
  ///   Beyond", 2009, section 3.6 (several fields).
  static let ranking = """
    const readIndex = (books) => {
      const sections = [];
      const places = new Map();
      for (const { language, chapters } of books) {
        for (const [path, number, title, parts] of chapters) {
          for (const [anchor, heading, text, stressed] of parts) {
            const section = { language, path, number, title, anchor, heading, text, length: 0 };
            const index = sections.push(section) - 1;
            const add = (field, weight) => {
              for (const term of termsOf(field)) {
                const counts = places.get(term) ?? new Map();
                counts.set(index, (counts.get(index) ?? 0) + weight);
                places.set(term, counts);
                section.length += 1;
              }
            };
            add(text, 1);
            add(stressed ?? '', 3);
            add(heading, 4);
            add(title, heading ? 0.5 : 3);
          }
        }
      }
      return { sections, places, terms: [...places.keys()].sort() };
    };
    const find = (index, query, language) => {
      const { sections, places } = index;
      const mean = sections.reduce((sum, section) => sum + section.length, 0) / sections.length;
      const scores = new Map();
      for (const wanted of new Set(termsOf(query))) {
        const found = new Map();
        const take = (term, weight) => {
          for (const [section, count] of places.get(term)) {
            found.set(section, Math.max(found.get(section) ?? 0, weight * count));
          }
        };
        if (places.has(wanted)) take(wanted, 1);
        if (wanted.length > 2 && !isHan(wanted)) {
          for (const term of index.terms) {
            if (term !== wanted && term.startsWith(wanted)) take(term, 0.5);
          }
        }
        const rarity = Math.log(1 + (sections.length - found.size + 0.5) / (found.size + 0.5));
        for (const [section, count] of found) {
          const norm = 1.2 * (0.4 + 0.6 * sections[section].length / mean);
          const own = sections[section].language === language ? 1 : 0.6;
          const gain = own * rarity * count * 2.2 / (count + norm);
          scores.set(section, (scores.get(section) ?? 0) + gain);
        }
      }
      return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([at]) => sections[at]);
    };
    """

  /// The piece of a section that holds the most of what was asked for, with marks.
  private static let snippets = """
    const snippet = (text, query) => {
      const wanted = new Set(termsOf(query));
      const marks = [];
      for (const { 0: piece, index } of text.toLowerCase().matchAll(pieces)) {
        if (!isHan(piece)) {
          const base = stem(piece);
          if ([...wanted].some((term) => base === term || term.length > 2 && base.startsWith(term))) {
            marks.push([index, index + piece.length, base]);
          }
          continue;
        }
        pairs(piece).forEach((pair, at) => {
          if (!wanted.has(pair)) return;
          const start = index + at;
          const last = marks.at(-1);
          if (last && last[1] >= start) last[1] = start + pair.length;
          else marks.push([start, start + pair.length, pair]);
        });
      }
      const width = isHan(query) ? 80 : 160;
      let best = 0;
      let most = 0;
      marks.forEach(([start], index) => {
        const near = marks.slice(index).filter((mark) => mark[1] < start + width);
        const kinds = new Set(near.map((mark) => mark[2])).size;
        if (kinds > most) [best, most] = [start, kinds];
      });
      let from = Math.max(best - width / 4, 0);
      if (from > 0) from = Math.max(text.lastIndexOf(' ', from) + 1, from - 20);
      let to = Math.min(from + width, text.length);
      const space = to < text.length ? text.lastIndexOf(' ', to) : -1;
      if (space > from + width * 0.8) to = space;
      const line = make('span', { class: 'snippet' }, from > 0 ? '… ' : '');
      let place = from;
      for (const [start, end] of marks) {
        if (start < place || end > to) continue;
        line.append(text.slice(place, start), make('mark', {}, text.slice(start, end)));
        place = end;
      }
      line.append(text.slice(place, to), to < text.length ? ' …' : '');
      return line;
    };
    """

  /// The dialog. The index comes when it is opened for the first time, as scripts beside the site's
  /// index, for nothing else can be read from a file's page.
  private static let searchDialog = """
    const root = words.root ?? '';
    const field = make(
      'input',
      { type: 'search', 'aria-label': words.searchhint, placeholder: words.searchhint,
        autocomplete: 'off', spellcheck: 'false' });
    const count = make('p', { class: 'count', role: 'status' });
    const results = make('ol', { class: 'results' });
    const searching = addDialog('search', words.searchtitle, field, count, results);
    let loaded = null;
    const load = (name) => new Promise((resolve, reject) => {
      const script = make('script', { src: root + name });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    const loadIndex = () => {
      loaded ??= Promise.all(words.indexes.split(' ').map(load))
        .then(() => readIndex(globalThis.gradbookIndex));
      return loaded;
    };
    const item = (section, query) => {
      const { language, path, number, title, anchor, heading, text } = section;
      const place = number ? `${number} · ${title}` : title;
      const link = make(
        'a', { href: root + path + (anchor && `#${encodeURIComponent(anchor)}`) },
        make('span', { class: 'heading' }, heading || title),
        make('span', { class: 'chapter' }, place), snippet(text, query));
      link.addEventListener('click', () => searching.close());
      return make('li', { lang: language }, link);
    };
    const show = async () => {
      try {
        const index = await loadIndex();
        const query = field.value.trim();
        const sections = query ? find(index, query, document.documentElement.lang) : [];
        results.replaceChildren(...sections.slice(0, 12).map((section) => item(section, query)));
        const said = sections.length ? words.searchfound.replace('#', sections.length)
          : words.searchnothing;
        count.textContent = query ? said : '';
      } catch {
        loaded = null;
        count.textContent = words.searchfails;
      }
    };
    const openSearch = () => {
      if (!searching.open) searching.showModal();
      field.focus();
      field.select();
      show();
    };
    field.addEventListener('input', show);
    searching.addEventListener('keydown', (event) => {
      const links = [...results.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Enter' && event.target === field && !event.isComposing) links[0]?.click();
      else if (event.key === 'ArrowDown') (links[at + 1] ?? links.at(-1))?.focus();
      else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : field).focus();
      else return;
      event.preventDefault();
    });
    if (words.indexes) addTool(words.search, '/', openSearch);
    """
}
