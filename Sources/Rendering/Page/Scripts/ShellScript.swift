extension PageScript {
  /// The scripts of every page of a site.
  static let site = [settings, shell]

  /// What leads a reader through the site: search, display, keys, the place in the contents.
  static let shell: PageScript = {
    var script = PageScript(
      [
        ShellParts.elements, ShellParts.sections, ShellParts.search, ShellParts.display,
        ShellParts.keys,
      ]
      .joined(separator: "\n")
    ) { words in
      [
        "tools": words.tools, "close": words.close, "search": words.search,
        "searchtitle": words.searchTitle, "searchhint": words.searchHint,
        "searchnothing": words.searchNothing, "searchfails": words.searchFails,
        "searchfound": words.searchFound, "display": words.display, "theme": words.theme,
        "themesystem": words.themeSystem, "themelight": words.themeLight,
        "themedark": words.themeDark, "textsize": words.textSize, "smaller": words.smaller,
        "larger": words.larger, "help": words.help, "helptitle": words.helpTitle,
        "usekeys": words.useKeys, "keyprevious": words.keyPrevious, "keynext": words.keyNext,
        "keysearch": words.keySearch, "keyhelp": words.keyHelp, "keycopy": words.keyCopy,
        "keyescape": words.keyEscape, "copylink": words.copyLink, "linkcopied": words.linkCopied,
      ]
    }
    script.loadsScripts = true
    return script
  }()
}

/// The parts of the shell's script. They share one scope; each begins where the one before ends.
enum ShellParts {
  /// How the parts make elements, buttons and dialogs, and what they remember.
  static let elements = """
    const make = (tag, attributes, ...children) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children);
      return element;
    };
    const recall = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
    const remember = (name, value) => {
      try { localStorage.setItem(name, value); } catch { /* Then for this page only. */ }
    };
    const tools = make('div', { class: 'tools', role: 'group', 'aria-label': words.tools });
    document.querySelector('.top > div')?.append(tools);
    const addTool = (label, key, action) => {
      const tool = make('button', { type: 'button' }, label);
      if (key) tool.setAttribute('aria-keyshortcuts', key);
      tool.addEventListener('click', action);
      tools.append(tool);
    };
    const addDialog = (name, title, ...content) => {
      const close = make('button', { type: 'button', class: 'close' }, words.close);
      const dialog = make(
        'dialog', { class: name, 'aria-labelledby': `_${name}` },
        make('h2', { id: `_${name}` }, title), ...content, close);
      close.addEventListener('click', () => dialog.close());
      dialog.addEventListener('click', (event) => {
        if (event.target === dialog) dialog.close();
      });
      document.body.append(dialog);
      return dialog;
    };
    """

  /// The section being read: marked in the contents, kept when the language changes, its link to
  /// be copied. `#_section-3` leads to the third section in any language.
  static let sections = """
    const entries = [...document.querySelectorAll('.contents a')];
    const headings = entries.map(
      (entry) => document.getElementById(decodeURIComponent(entry.hash.slice(1))));
    const languages = [...document.querySelectorAll('.languages a')];
    let section = -1;
    const follow = () => {
      let now = -1;
      headings.forEach((heading, index) => {
        if (heading && heading.getBoundingClientRect().top < innerHeight / 3) now = index;
      });
      if (scrollY > 0 && scrollY + innerHeight > document.body.scrollHeight - 2) {
        now = headings.length - 1;
      }
      if (now === section) return;
      entries[section]?.removeAttribute('aria-current');
      entries[now]?.setAttribute('aria-current', 'true');
      section = now;
      for (const language of languages) language.hash = now < 0 ? '' : `_section-${now + 1}`;
    };
    const asked = /^#_section-(\\d+)$/.exec(location.hash);
    if (asked) {
      const entry = entries[asked[1] - 1];
      if (entry) location.replace(entry.hash);
    }
    let waits = false;
    addEventListener('scroll', () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => { waits = false; follow(); });
    }, { passive: true });
    follow();

    const said = make('p', { class: 'said', role: 'status' });
    document.body.append(said);
    const copyLink = async (hash) => {
      if (!navigator.clipboard) return;
      await navigator.clipboard.writeText(location.href.replace(/#.*/, '') + hash);
      said.textContent = words.linkcopied;
      setTimeout(() => { said.textContent = ''; }, 1500);
    };
    for (const place of document.querySelectorAll('figure[id] > figcaption, .equation[id]')) {
      const hash = `#${place.id || place.parentElement.id}`;
      place.append(
        make('a', { class: 'anchor', href: hash, 'aria-hidden': 'true', tabindex: '-1' }));
    }
    for (const anchor of document.querySelectorAll('.anchor')) {
      anchor.title = words.copylink;
      anchor.addEventListener('click', () => copyLink(anchor.hash));
    }
    """

  /// The dialog for colours and size.
  static let display = """
    const page = document.documentElement;
    const choice = (value, label) => {
      const radio = make('input', { type: 'radio', name: 'theme', value });
      radio.checked = (page.dataset.theme ?? 'system') === value;
      radio.addEventListener('change', () => {
        if (value === 'system') delete page.dataset.theme; else page.dataset.theme = value;
        remember('gradbook-theme', value);
      });
      return make('label', {}, radio, ` ${label}`);
    };
    const percent = make('output', {});
    const sizes = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];
    const resize = (step) => {
      const old = Number(page.style.getPropertyValue('--text-size')) || 1;
      let index = sizes.findIndex((size) => size >= old - 0.01) + step;
      index = Math.min(Math.max(index, 0), sizes.length - 1);
      if (step) {
        page.style.setProperty('--text-size', sizes[index]);
        remember('gradbook-size', sizes[index]);
      }
      percent.textContent = `${Math.round(sizes[index] * 100)} %`;
    };
    const sizer = (sign, label, step) => {
      const button = make('button', { type: 'button', 'aria-label': label }, sign);
      button.addEventListener('click', () => resize(step));
      return button;
    };
    const appearance = addDialog(
      'display', words.display,
      make(
        'fieldset', {}, make('legend', {}, words.theme), choice('system', words.themesystem),
        choice('light', words.themelight), choice('dark', words.themedark)),
      make(
        'fieldset', { class: 'sizes' }, make('legend', {}, words.textsize),
        sizer('−', words.smaller, -1), percent, sizer('+', words.larger, 1)));
    resize(0);
    addTool(words.display, '', () => appearance.showModal());
    """

  /// The keys, and the dialog that explains them. Whoever speaks to the computer, or types by
  /// accident, can switch them off.
  static let keys = """
    const list = make('dl', {});
    const keys = [
      ['←', words.keyprevious], ['→', words.keynext], ['/', words.keysearch],
      ['c', words.keycopy], ['?', words.keyhelp], ['Esc', words.keyescape]];
    for (const [key, meaning] of keys) {
      list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, meaning));
    }
    const wanted = make('input', { type: 'checkbox' });
    wanted.checked = recall('gradbook-keys') !== 'off';
    wanted.addEventListener(
      'change', () => remember('gradbook-keys', wanted.checked ? 'on' : 'off'));
    const help = addDialog(
      'help', words.helptitle, list, make('label', {}, wanted, ` ${words.usekeys}`));
    addTool(words.help, '?', () => help.showModal());

    const actions = {
      '/': openSearch,
      '?': () => help.showModal(),
      c: () => copyLink(entries[section]?.hash ?? ''),
      ArrowLeft: () => document.querySelector('a[rel="prev"]')?.click(),
      ArrowRight: () => document.querySelector('a[rel="next"]')?.click(),
    };
    document.addEventListener('keydown', (event) => {
      const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
      if (held || event.defaultPrevented || !wanted.checked) return;
      const at = event.target;
      if (at.closest?.('input, textarea, select, button, dialog, [role="slider"]')) return;
      const isArrow = event.key.startsWith('Arrow');
      if (isArrow && (event.shiftKey || at.scrollWidth > at.clientWidth + 1)) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
    """
}
