// The field in which a block is edited: a plain text field, so that undo, input methods, spelling and
// screen readers work, above the same text in colours.

const indentation = '  ';
const closers = { '(': ')', '[': ']', '{': '}', '"': '"' };

// What makes one text of another: the units of the old one that were replaced, and how many more there are.
const changeOf = (old, text) => {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start += 1;
  let rest = 0;
  while (rest < most - start && old.at(-1 - rest) === text.at(-1 - rest)) rest += 1;
  return { start, end: old.length - rest, growth: text.length - old.length };
};
// Where a range of the old text is in the new one; null when it is no longer there as it was.
const moved = ([start, end], change) => {
  if (end <= change.start) return [start, end];
  if (start >= change.end) return [start + change.growth, end + change.growth];
  return null;
};

class Field {
  constructor(name, anchor, onInput) {
    this.anchor = anchor;
    this.onInput = onInput;
    this.numbers = make('div', { class: 'numbers', 'aria-hidden': 'true' });
    this.colours = make('code', {});
    this.area = make('textarea', {
      'aria-label': `Code of ${name}`, spellcheck: 'false', autocapitalize: 'off',
      autocomplete: 'off', wrap: 'off', rows: '1',
    });
    this.element = make(
      'div', { class: 'editor' }, this.numbers,
      make('div', { class: 'text' },
        make('div', {}, make('pre', { 'aria-hidden': 'true' }, this.colours), this.area)));
    this.line = 1;
    this.text = '';
    // The places that were put in to be replaced, and the caret has not been at.
    this.stops = [];
    this.tip = new Tip(this);
    this.proposals = new Proposals(this);
    this.findings = new Findings(this, name);
    this.element.append(this.findings.element);
    this.area.addEventListener('input', (event) => this.follow(event));
    this.area.addEventListener('keydown', (event) => this.press(event));
    this.findings.ask(0);
  }

  // Nothing is asked any more.
  end() {
    this.proposals.close();
    this.tip.hide();
    this.findings.end();
  }

  follow(event) {
    const change = changeOf(this.text, this.area.value);
    this.stops = this.stops.map((stop) => moved(stop, change)).filter((stop) => stop?.[0] >= this.area.selectionStart);
    this.findings.follow(change);
    this.draw();
    this.onInput(this.code);
    this.proposals.follow(event);
    // Of a pair of brackets, the caret goes between them.
    if (this.tip.isCall || /^[(,]/.test(event.data ?? '')) queueMicrotask(() => this.tip.showCall());
    else this.tip.hide();
  }

  // A block's last line has an end, which the field does not show.
  get code() { return this.area.value && `${this.area.value}\n`; }

  // Setting the text keeps the caret where it was.
  set code(text) {
    if (text === this.code) return;
    const { selectionStart, selectionEnd } = this.area;
    this.area.value = text.replace(/\n$/, '');
    this.area.setSelectionRange(selectionStart, selectionEnd);
    this.draw();
  }

  number(first) {
    this.line = first;
    const count = this.area.value.split('\n').length;
    const marked = this.findings.lines;
    this.numbers.replaceChildren(...Array.from({ length: count }, (_, index) => {
      const text = `${first + index}${index < count - 1 ? '\n' : ''}`;
      return marked.has(index) ? make('b', { class: marked.get(index) }, text) : text;
    }));
  }

  // Lines that have changed are plain until the server has coloured them.
  draw() {
    const text = this.area.value;
    this.text = text;
    const olds = [...this.colours.children];
    const lines = text.split(/(?<=\n)/);
    this.colours.replaceChildren(...lines.map((line, index) =>
      olds[index]?.textContent === line ? olds[index] : make('span', {}, line)));
    this.findings.mark();
    this.colour();
  }

  async colour() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      for (let text = null; text !== this.area.value;) {
        text = this.area.value;
        const response = await ask('colours', { value: { code: text } });
        if (!response.ok) break;
        const { html } = await response.json();
        if (text !== this.area.value) continue;
        this.colours.innerHTML = html;
        this.findings.mark();
      }
    } catch { /* It stays plain. */ }
    this.isAsking = false;
  }

  // Places.

  // The characters between two places, as they are drawn; null where there are none.
  range(start, end) {
    const walk = document.createTreeWalker(this.colours, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let before = 0;
    let hasStart = false;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const after = before + node.length;
      if (!hasStart && start < after) {
        range.setStart(node, start - before);
        hasStart = true;
      }
      if (hasStart && end <= after) {
        range.setEnd(node, end - before);
        return range;
      }
      before = after;
    }
    return null;
  }

  // Where a place is in the window.
  box(offset) {
    const before = this.area.value.slice(0, offset);
    const line = before.split('\n').length - 1;
    const column = before.length - before.lastIndexOf('\n') - 1;
    const style = getComputedStyle(this.area);
    const frame = this.area.getBoundingClientRect();
    const height = parseFloat(style.lineHeight);
    const drawn = column ? this.range(offset - column, offset) : null;
    const left = drawn?.getBoundingClientRect().right ?? frame.left + parseFloat(style.paddingLeft);
    const top = frame.top + parseFloat(style.paddingTop) + line * height;
    return { left, top, bottom: top + height };
  }

  // The place of the character at a point of the window; null where there is none.
  offsetAt(x, y) {
    const { top } = this.box(0);
    const lines = this.area.value.split('\n');
    const line = Math.floor((y - top) / parseFloat(getComputedStyle(this.area).lineHeight));
    if (line < 0 || line >= lines.length) return null;
    const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
    for (let index = start; index < start + lines[line].length; index += 1) {
      const box = this.range(index, index + 1)?.getBoundingClientRect();
      if (box && x >= box.left && x < box.right) return index;
    }
    return null;
  }

  // Moves an element to a place, above its line or below it, so that it stays in the window.
  place(element, offset, isAbove) {
    const box = this.box(offset);
    const frame = this.element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    const gap = 4;
    const fitsAbove = box.top - height - gap > 0;
    const fitsBelow = box.bottom + height + gap < innerHeight;
    const goesAbove = isAbove ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    element.style.left = `${left - frame.left}px`;
    element.style.top = `${(goesAbove ? box.top - height - gap : box.bottom + gap) - frame.top}px`;
  }

  // Selects the first of some places; Tab goes on to the others.
  visit(places) {
    const [first, ...others] = places;
    this.stops = others;
    if (first) this.area.setSelectionRange(...first);
  }

  // Puts text in place of the selection, so that it can be undone.
  insert(text, from = this.area.selectionStart, to = this.area.selectionEnd) {
    this.area.setSelectionRange(from, to);
    const isDone = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
    if (isDone) return;
    this.area.setRangeText(text, from, to, 'end');
    this.area.dispatchEvent(new Event('input'));
  }

  press(event) {
    const { area } = this;
    if (event.isComposing) return;
    if (this.proposals.press(event) || event.key === 'Escape' && this.tip.isShown) {
      if (event.key === 'Escape') this.tip.hide();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'F1') {
      event.preventDefault();
      // Again, it goes into what is shown, where it can be scrolled.
      if (this.tip.isShown) return this.tip.element.focus();
      this.tip.explain(area.selectionStart - wordBefore(area.value.slice(0, area.selectionStart)).length, true);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart: start, selectionEnd: end, value } = area;
    const before = value.slice(0, start);
    const after = value.slice(end);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const done = () => event.preventDefault();
    if (event.key === 'Tab') {
      done();
      if (this.stops.length && !event.shiftKey) return this.visit(this.stops);
      if (event.shiftKey || value.slice(start, end).includes('\n')) return this.shift(event.shiftKey);
      return this.insert(indentation);
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      done();
      const blanks = /^[ \t]*/.exec(line)[0];
      const opens = /[([{]\s*$/.test(line);
      this.insert(`\n${blanks}${opens ? indentation : ''}`);
      if (opens && /^[)\]}]/.test(after)) {
        const caret = area.selectionStart;
        this.insert(`\n${blanks}`);
        area.setSelectionRange(caret, caret);
      }
      return;
    }
    if (event.key === 'Backspace' && start === end) {
      if (start > 0 && closers[before.at(-1)] === after[0] && after[0]) {
        done();
        this.insert('', start - 1, start + 1);
      } else if (line && /^ +$/.test(line) && line.length % 2 === 0) {
        done();
        this.insert('', start - 2, start);
      }
      return;
    }
    if (Object.values(closers).includes(event.key) && start === end && after[0] === event.key) {
      done();
      return area.setSelectionRange(start + 1, start + 1);
    }
    if (event.key === '}' && /^ +$/.test(line)) {
      done();
      return this.insert('}', start - Math.min(2, line.length), end);
    }
    const closer = closers[event.key];
    const isBeforeWord = /^[\w"]/.test(after);
    if (!closer || event.key === '"' && /[\w"\\]$/.test(before) || start === end && isBeforeWord) return;
    done();
    const inner = value.slice(start, end);
    this.insert(event.key + inner + closer);
    area.setSelectionRange(start + 1, start + 1 + inner.length);
  }

  // Moves the selected lines to the right or to the left.
  shift(isLeft) {
    const { selectionStart: start, selectionEnd: end, value } = this.area;
    const first = value.lastIndexOf('\n', start - 1) + 1;
    const last = end > start && value[end - 1] === '\n' ? end - 1 : end;
    const lines = value.slice(first, last).split('\n');
    const text = lines.map((line) => isLeft ? line.replace(/^ {1,2}/, '')
      : line ? indentation + line : line).join('\n');
    this.insert(text, first, last);
    this.area.setSelectionRange(lines.length > 1 ? first : first + text.length, first + text.length);
  }
}
