// The field in which a block is edited: a plain text field, so that undo, input methods, spelling and
// screen readers work, above the same text in colours.

const indentation = '  ';
const closers = { '(': ')', '[': ']', '{': '}', '"': '"' };

class Field {
  constructor(name, onInput) {
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
    this.area.addEventListener('input', () => { this.draw(); this.onInput(this.code); });
    this.area.addEventListener('keydown', (event) => this.press(event));
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
    this.numbers.textContent = Array.from({ length: count }, (_, index) => first + index).join('\n');
  }

  // Lines that have changed are plain until the server has coloured them.
  draw() {
    const text = this.area.value;
    this.number(this.line);
    const olds = [...this.colours.children];
    const lines = text.split(/(?<=\n)/);
    this.colours.replaceChildren(...lines.map((line, index) =>
      olds[index]?.textContent === line ? olds[index] : make('span', {}, line)));
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
        if (text === this.area.value) this.colours.innerHTML = html;
      }
    } catch { /* It stays plain. */ }
    this.isAsking = false;
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
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart: start, selectionEnd: end, value } = area;
    const before = value.slice(0, start);
    const after = value.slice(end);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const done = () => event.preventDefault();
    if (event.key === 'Tab') {
      done();
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
