// What is wrong in the code that is being written: a list below the field, marks at the lines' numbers, and
// lines under the places where the browser can draw them.

const highlights = globalThis.CSS?.highlights && globalThis.Highlight ? {
  error: new Highlight(), warning: new Highlight(),
} : null;
if (highlights) for (const [name, highlight] of Object.entries(highlights)) CSS.highlights.set(`gradbook-${name}`, highlight);

class Findings {
  constructor(field, name) {
    this.field = field;
    this.items = [];
    this.ranges = [];
    this.count = make('p', { class: 'count', 'aria-live': 'polite' });
    this.list = make('ul', { 'aria-label': `Findings in ${name}` });
    this.element = make('div', { class: 'findings', lang: 'en' }, this.count, this.list);
    this.element.hidden = true;
    this.timer = null;
    this.patience = 5;
  }

  // The text has changed: the places move with it until the compiler has looked again.
  follow(change) {
    this.items = this.items.flatMap((item) => {
      if (item.anchor !== this.field.anchor) return [item];
      const range = moved([item.start, item.end], change);
      return range ? [{ ...item, start: range[0], end: range[1] }] : [];
    });
    this.ask(120);
  }

  // The block runs, which says more and needs the processors.
  wait() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  ask(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), pause);
  }

  async look() {
    this.request?.abort();
    const request = this.request = new AbortController();
    const answer = await assist(this.field.anchor, 'findings', 0, request.signal);
    if (this.request !== request || request.signal.aborted || !answer) return;
    this.items = answer.fault ? [{ isError: true, message: answer.fault, hint: '' }] : answer.items;
    this.show();
    // The compiler may be about to start.
    if (answer.isComplete === false && this.patience > 0) {
      this.patience -= 1;
      this.ask(1000);
    } else {
      this.patience = 5;
    }
  }

  end() {
    this.wait();
    this.items = [];
    this.mark();
  }

  // The numbers of the field's lines with findings, from 0, each with its kind.
  get lines() {
    const lines = new Map();
    for (const item of this.items) {
      if (item.anchor !== this.field.anchor) continue;
      const line = this.field.area.value.slice(0, item.start).split('\n').length - 1;
      if (lines.get(line) !== 'error') lines.set(line, item.isError ? 'error' : 'warning');
    }
    return lines;
  }

  // Draws the marks again, where the text is now.
  mark() {
    this.field.number(this.field.line);
    if (!highlights) return;
    for (const [name, range] of this.ranges) highlights[name].delete(range);
    this.ranges = this.items.flatMap((item) => {
      if (item.anchor !== this.field.anchor) return [];
      const range = this.field.range(item.start, Math.max(item.end, item.start + 1));
      return range ? [[item.isError ? 'error' : 'warning', range]] : [];
    });
    for (const [name, range] of this.ranges) highlights[name].add(range);
  }

  show() {
    const count = (isError, word) => {
      const number = this.items.filter((item) => item.isError === isError).length;
      return number ? [`${number} ${word}${number > 1 ? 's' : ''}`] : [];
    };
    const summary = [...count(true, 'error'), ...count(false, 'warning')].join(', ');
    if (this.count.textContent !== summary) this.count.textContent = summary;
    this.list.replaceChildren(...this.items.map((item) => this.entry(item)));
    this.element.hidden = !this.items.length;
    this.mark();
  }

  entry(item) {
    const texts = [item.message, ...(item.hint ? [' ', make('span', { class: 'hint' }, item.hint)] : [])];
    const kind = item.isError ? 'error' : 'warning';
    if (item.anchor === undefined) return make('li', { class: kind }, ...texts);
    const block = blocks.get(item.anchor);
    const isOwn = item.anchor === this.field.anchor;
    const text = isOwn ? this.field.area.value : block?.text ?? '';
    const line = text.slice(0, item.start).split('\n').length - 1;
    const first = isOwn ? this.field.line : (block?.line ?? 0) + linesAbove(item.anchor);
    const button = make(
      'button', { type: 'button' }, `${isOwn || !block ? '' : `${block.name}, `}line ${first + line}`);
    button.addEventListener('click', () => {
      if (!isOwn) block?.open();
      const area = isOwn ? this.field.area : block?.field?.area;
      area?.focus();
      area?.setSelectionRange(item.start, item.start);
    });
    return make('li', { class: kind }, button, ' ', ...texts);
  }
}
