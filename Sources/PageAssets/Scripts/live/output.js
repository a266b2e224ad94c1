// The outputs of a live experiment: those of the newest run in place of the printed ones.

class LiveOutput {
  constructor(element) {
    this.element = element;
    this.printed = [...element.childNodes];
    this.pieces = new Map();
    this.isPrinted = true;
    this.figureCaptions = [...element.querySelectorAll('figcaption')];
    this.tableCaptions = [...element.querySelectorAll('.scroll.table table')].map(
      (table) => [table.caption, table.closest('.table').id]);
    this.pictures = this.svgs;
    this.compares = false;
  }

  get svgs() { return [...this.element.querySelectorAll('.chart-pair > svg')]; }
  get text() { return this.element.textContent.replace(/\s+/g, ''); }

  // Makes the nodes of a piece. Captions are the author's, as they are printed.
  nodesOf(html, counts) {
    const template = document.createElement('template');
    template.innerHTML = html;
    for (const caption of template.content.querySelectorAll('figcaption')) {
      const printed = this.figureCaptions[counts.figures];
      counts.figures += 1;
      if (printed) caption.replaceWith(printed.cloneNode(true));
    }
    for (const table of template.content.querySelectorAll('.scroll.table table')) {
      const [printed, id] = this.tableCaptions[counts.tables] ?? [];
      counts.tables += 1;
      if (!printed || table.caption && table.caption.textContent === printed.textContent) continue;
      table.caption = printed.cloneNode(true);
      table.closest('.table').id = id;
    }
    return [...template.content.childNodes];
  }

  // Shows the pieces of a run. Those that are as before stay, with the focus and all that was opened.
  show(pieces) {
    const counts = { figures: 0, tables: 0 };
    const next = new Map();
    const added = [];
    for (const [place, html] of pieces) {
      const old = this.pieces.get(place);
      if (old?.html === html && !this.isPrinted) {
        next.set(place, old);
        counts.figures += html.split('<figcaption').length - 1;
        counts.tables += html.split('class="scroll table"').length - 1;
        continue;
      }
      const nodes = this.nodesOf(html, counts);
      added.push([old?.nodes ?? [], nodes]);
      next.set(place, { html, nodes });
    }
    const news = [...next.values()].flatMap(({ nodes }) => nodes);
    this.replace(news, added);
    this.pieces = next;
    this.isPrinted = false;
    this.addGhosts();
  }

  replace(news, added) {
    const olds = [...this.element.childNodes];
    const removed = olds.filter((node) => !news.includes(node));
    const kept = removed.flatMap((node) => node instanceof Element
      ? [...node.querySelectorAll('.scroll, pre.long')].map(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]) : []);
    const focusable = 'a[href], button, input, summary, [tabindex]';
    const focused = [...this.element.querySelectorAll(focusable)].indexOf(document.activeElement);
    keepOpen(removed, news.filter((node) => !olds.includes(node)));
    // What stays is not moved.
    let cursor = this.element.firstChild;
    for (const node of news) {
      while (cursor && removed.includes(cursor)) cursor = cursor.nextSibling;
      if (cursor === node) cursor = cursor.nextSibling;
      else this.element.insertBefore(node, cursor);
    }
    for (const node of removed) node.remove();
    const fresh = added.flatMap(([, nodes]) => nodes);
    announce(fresh);
    const scrolls = fresh.flatMap((node) => node instanceof Element
      ? [...node.querySelectorAll('.scroll, pre.long')] : []);
    scrolls.forEach((element, index) => {
      if (kept[index]) [element.scrollTop, element.scrollLeft] = kept[index];
    });
    if (focused >= 0 && !this.element.contains(document.activeElement)) {
      this.element.querySelectorAll(focusable)[focused]?.focus({ preventScroll: true });
    }
  }

  // Shows what is printed.
  reset() {
    if (this.isPrinted) return;
    const olds = [...this.element.childNodes];
    keepOpen(olds, this.printed);
    this.element.replaceChildren(...this.printed);
    this.pieces.clear();
    this.isPrinted = true;
  }

  compare(isOn) {
    this.compares = isOn;
    for (const ghost of this.element.querySelectorAll('.chart-ghost')) ghost.remove();
    this.addGhosts();
  }

  // Draws the printed curves behind the new ones; tells whether that is possible.
  addGhosts() {
    this.hasGhost = false;
    if (!this.compares || this.isPrinted) return;
    this.svgs.forEach((svg, index) => {
      if (svg.querySelector('.chart-ghost')) this.hasGhost = true;
      else if (this.pictures[index] && addGhost(this.pictures[index], svg)) this.hasGhost = true;
    });
  }

  // What the figures say of lines that end because a value is no number: `inf at epoch 0.4`. Other notes are
  // names.
  get divergences() {
    const notes = [...this.element.querySelectorAll('.chart-wide .chart-note')].map(({ textContent }) => textContent);
    return [...new Set(notes.filter((note) => /(^|[:：] ?)[-−]?(inf|nan) at |处为 [-−]?(inf|nan)$/.test(note)))];
  }

  get descriptions() { return this.svgs.filter((svg) => svg.matches('.chart-wide')).map((svg) => svg.ariaLabel); }
}
