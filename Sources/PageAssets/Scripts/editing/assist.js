// Questions about the code that is being written, which the server answers from the toolchain: what could
// stand at the caret, what is under the pointer, which call is being written, what is wrong.

// Returns the answer; null when there is none.
const assist = async (anchor, question, offset, signal) => {
  const value = {
    page, anchor, question, offset,
    edits: [...edits].map(([anchor, { code }]) => ({ anchor, code })),
  };
  try {
    const response = await ask('assist', { value, signal });
    return response.ok ? await response.json() : null;
  } catch { return null; }
};

// Said to those who do not see it.
const told = make('p', { class: 'unseen-status', role: 'status', lang: 'en' });
document.body.append(told);
const tell = (text) => { told.textContent = text; };

// Explanations come as HTML of the server's own making.
const explained = (html) => [...parse(html).body.childNodes];

// What is under the pointer or the caret, or the call that is being written.
class Tip {
  constructor(field) {
    this.field = field;
    this.element = make('div', { class: 'tip', role: 'tooltip', lang: 'en', tabindex: '0', 'aria-label': 'Explanation' });
    this.element.hidden = true;
    field.element.append(this.element);
    const { area } = field;
    area.addEventListener('mousemove', (event) => this.rest(event));
    area.addEventListener('mouseleave', (event) => {
      clearTimeout(this.timer);
      if (!this.element.contains(event.relatedTarget)) this.hide();
    });
    this.element.addEventListener('mouseleave', () => { if (!this.hasFocus) this.hide(); });
    area.addEventListener('mousedown', () => this.hide());
    area.addEventListener('blur', ({ relatedTarget }) => { if (relatedTarget !== this.element) this.hide(); });
    this.element.addEventListener('blur', () => this.hide());
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      area.focus();
    });
    area.parentElement.parentElement.addEventListener('scroll', () => this.hide());
  }

  get isShown() { return !this.element.hidden; }
  get hasFocus() { return document.activeElement === this.element; }

  hide() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.element.hidden = true;
    this.isCall = false;
  }

  show(nodes, offset) {
    this.element.replaceChildren(...nodes);
    this.element.hidden = false;
    this.field.place(this.element, offset, true);
  }

  // A new question ends the one before.
  async ask(question, offset) {
    this.request?.abort();
    const request = this.request = new AbortController();
    const answer = await assist(this.field.anchor, question, offset, request.signal);
    return this.request === request && !request.signal.aborted ? answer : null;
  }

  // The pointer rests.
  rest({ clientX, clientY }) {
    if (this.isCall) return;
    const offset = this.field.offsetAt(clientX, clientY);
    if (offset !== null && this.isShown && offset >= this.start && offset <= this.end) return;
    if (this.isShown) this.hide();
    clearTimeout(this.timer);
    if (offset !== null) this.timer = setTimeout(() => this.explain(offset), 300);
  }

  // Explains what is at a place.
  async explain(offset, isSaid = false) {
    const text = this.field.area.value;
    const answer = await this.ask('explanation', offset);
    if (text !== this.field.area.value) return;
    if (!answer?.html) {
      if (isSaid) tell('nothing is known of what is here');
      return;
    }
    this.isCall = false;
    [this.start, this.end] = [answer.start, answer.end];
    this.show(explained(answer.html), answer.start);
    if (isSaid) tell(this.element.textContent);
  }

  // Shows the form of the call around the caret, with the argument that is being written.
  async showCall() {
    const offset = this.field.area.selectionStart;
    const answer = await this.ask('call', offset);
    if (offset !== this.field.area.selectionStart) return;
    if (!answer?.text) return this.hide();
    const start = answer.argument ? answer.text.indexOf(answer.argument) : -1;
    const parts = start < 0 ? [answer.text] : [
      answer.text.slice(0, start), make('strong', {}, answer.argument),
      answer.text.slice(start + answer.argument.length),
    ];
    this.isCall = true;
    this.show([make('code', {}, ...parts), ...explained(answer.documentation)], offset);
  }
}
