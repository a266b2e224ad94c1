// The list of what could stand at the caret.

const wordBefore = (text) => /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text)?.[0] ?? '';
// How well a proposal fits to what was typed: the less the better; null when it does not fit.
const fit = (filter, word) => {
  if (filter.startsWith(word)) return 0;
  const [low, typed] = [filter.toLowerCase(), word.toLowerCase()];
  if (low.startsWith(typed)) return 1;
  return low.includes(typed) ? 2 : null;
};
let lists = 0;

class Proposals {
  constructor(field) {
    this.field = field;
    this.id = `gradbook-proposals-${lists += 1}`;
    this.list = make('ul', { role: 'listbox', id: this.id, 'aria-label': 'Proposals', tabindex: '0' });
    this.note = make('div', { class: 'note' });
    this.element = make('div', { class: 'proposals', lang: 'en' }, this.list, this.note);
    this.element.hidden = true;
    this.shown = [];
    field.element.append(this.element);
    const { area } = field;
    area.setAttribute('aria-autocomplete', 'list');
    area.setAttribute('aria-controls', this.id);
    area.setAttribute('aria-keyshortcuts', 'Control+Space F1');
    area.addEventListener('blur', () => this.close());
    area.parentElement.parentElement.addEventListener('scroll', () => this.close());
    this.element.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role="option"]');
      if (option) this.accept(this.shown[[...this.list.children].indexOf(option)]);
    });
  }

  get isOpen() { return !this.element.hidden; }

  close() {
    this.request?.abort();
    this.request = null;
    this.items = null;
    this.element.hidden = true;
    this.field.area.removeAttribute('aria-activedescendant');
  }

  // The text has changed: a letter asks, or makes the list shorter.
  follow({ inputType, data }) {
    const { area } = this.field;
    const before = area.value.slice(0, area.selectionStart);
    const word = wordBefore(before);
    const start = before.length - word.length;
    if (this.items && !this.isIncomplete && start === this.start && before.length > this.start) return this.filter();
    if (this.request && start === this.start && word) return;
    const isTyped = inputType === 'insertText' || inputType === 'insertCompositionText';
    const isMember = data === '.' && !/[\d.]\.$/.test(before);
    if (isTyped && (isMember || word && data && word.endsWith(data))) this.ask();
    else this.close();
  }

  async ask(isWanted = false) {
    this.close();
    const { area } = this.field;
    const request = this.request = new AbortController();
    const end = area.selectionStart;
    this.start = end - wordBefore(area.value.slice(0, end)).length;
    const answer = await assist(this.field.anchor, 'completions', end, request.signal);
    if (this.request !== request) return;
    this.request = null;
    // What was typed meanwhile makes the list shorter; anything else ends it.
    const now = area.value.slice(0, area.selectionStart);
    if (now.length < end || now.length - wordBefore(now).length !== this.start) return;
    this.items = answer?.items ?? [];
    this.isIncomplete = answer?.isIncomplete ?? true;
    this.isWanted = isWanted;
    this.filter();
    if (isWanted && !this.isOpen) tell('no proposals');
  }

  filter() {
    const { area } = this.field;
    const typed = (item) => area.value.slice(item.start, area.selectionStart);
    const fits = this.items.map((item, index) => ({ item, index, fit: fit(item.filter, typed(item)) }))
      .filter((each) => each.fit !== null)
      .sort((a, b) => a.fit - b.fit || a.index - b.index);
    const isDone = fits.length > 0 && !this.isWanted
      && fits.every(({ item }) => item.insertion === typed(item));
    this.shown = isDone ? [] : fits.slice(0, 100).map(({ item }) => item);
    this.list.replaceChildren(...this.shown.map((item, index) => {
      const kind = item.kind.replace('Type', '').toLowerCase();
      return make(
        'li', { role: 'option', id: `${this.id}-${index}`, 'aria-selected': 'false' },
        make('span', { class: 'label' }, item.label), make('span', { class: 'kind' }, item.detail || kind));
    }));
    this.element.hidden = !this.shown.length;
    if (!this.shown.length) return area.removeAttribute('aria-activedescendant');
    this.field.tip.hide();
    this.select(0);
    this.field.place(this.element, this.shown[0].start, false);
    tell(this.shown.length === 1 ? '1 proposal' : `${this.shown.length} proposals`);
  }

  select(index) {
    this.list.children[this.selected]?.setAttribute('aria-selected', 'false');
    this.selected = Math.max(0, Math.min(index, this.shown.length - 1));
    const option = this.list.children[this.selected];
    option.setAttribute('aria-selected', 'true');
    this.field.area.setAttribute('aria-activedescendant', option.id);
    const { offsetTop: top, offsetHeight: height } = option;
    this.list.scrollTop = Math.min(Math.max(this.list.scrollTop, top + height - this.list.clientHeight), top);
    this.note.replaceChildren(...explained(this.shown[this.selected].documentation));
  }

  accept(item) {
    this.close();
    this.field.insert(item.insertion, item.start, this.field.area.selectionStart);
    this.close();
    this.field.visit(item.places.map((place) => place.map((unit) => item.start + unit)));
  }

  // Returns true for a key that was meant for the list.
  press(event) {
    if (event.key === ' ' && event.ctrlKey) {
      this.ask(true);
      return true;
    }
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (steps) {
      const count = this.shown.length;
      const next = this.selected + steps;
      this.select(Math.abs(steps) === 1 ? (next + count) % count : next);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.accept(this.shown[this.selected]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return false;
    }
    return true;
  }
}
