// A block that runs: its buttons, its field, its knobs, its outputs and its state.

const blocks = new Map();
const isInView = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

class Block {
  constructor(description) {
    this.anchor = description.anchor;
    this.name = description.name;
    this.isSetup = description.isSetup;
    this.field = null;
    this.request = null;
    this.isShownElsewhere = false;
    this.outputs = new Outputs(this.name);
    this.knobs = new Knobs(
      { group: `Knobs of ${this.name}`, number: (name) => `${name}, as a number` }, () => this.turn());
    this.makeTools();
    this.take(description);
  }

  makeTools() {
    const button = (name, keys, action, isWanted = true) => {
      const element = make('button', { type: 'button' }, name);
      if (keys) element.setAttribute('aria-keyshortcuts', keys);
      element.addEventListener('click', action);
      if (isWanted) this.tools.append(element);
      return element;
    };
    this.tools = make(
      'div', { class: 'block-tools', role: 'group', 'aria-label': this.name, lang: 'en' });
    this.editButton = button('Edit', 'Enter', () => this.toggle(), !isReadOnly);
    this.editButton.setAttribute('aria-expanded', 'false');
    this.runButton = button('Run', 'Control+Enter', () => this.run(), !isReadOnly);
    this.stopButton = button('Stop', '', () => this.request?.abort());
    this.resetButton = button('Reset', '', () => this.reset());
    this.saveButton = button('Save', 'Control+S', () => this.save(), !isReadOnly);
    this.compareButton = button('Compare', '', () => {
      this.outputs.compare(!this.outputs.compares);
      this.compareButton.setAttribute('aria-pressed', String(this.outputs.compares));
    }, !this.isSetup);
    this.compareButton.setAttribute('aria-pressed', 'false');
    this.status = make('span', { class: 'state', role: 'status' });
    this.amount = make('span', { class: 'amount' });
    this.tools.append(this.status, this.amount);
    this.message = make('div', { class: 'message', role: 'alert', lang: 'en' });
  }

  // What the server says of the block.
  take(description) {
    this.code = description.code;
    this.line = description.line;
    this.runs = description.runs;
    this.standsAlone = description.standsAlone;
    this.runButton.disabled = !this.runs && !this.isSetup;
    if (!this.isShownElsewhere) this.knobs.show(description.knobs);
    this.update();
  }

  // Takes its place in the page, again when the page has been changed around it.
  attach(element) {
    const active = document.activeElement;
    const hadFocus = [this.tools, this.knobs.element, this.field?.element].find((part) => part?.contains(active));
    const { selectionStart, selectionEnd } = this.field?.area ?? {};
    const keepsOutput = this.element && (this.isShownElsewhere || this.request);
    this.element = element;
    this.listing = [...element.querySelectorAll(':scope > .code, :scope > details')];
    const output = element.querySelector(':scope > .output');
    if (!keepsOutput) this.outputs.adopt(output, element);
    else if (output) output.replaceWith(this.outputs.element);
    else element.append(this.outputs.element);
    this.outputs.element.before(this.tools, this.message, this.knobs.element);
    for (const listing of element.querySelectorAll('.code pre')) {
      if (isReadOnly) break;
      listing.tabIndex = 0;
      if (!listing.hasAttribute('role')) listing.setAttribute('role', 'group');
      if (!listing.hasAttribute('aria-label')) listing.setAttribute('aria-label', `Listing of ${this.name}`);
    }
    this.showField();
    if (!hadFocus || !active.isConnected) return;
    active.focus({ preventScroll: true });
    if (active === this.field?.area) active.setSelectionRange(selectionStart, selectionEnd);
  }

  get edit() { return edits.get(this.anchor) ?? null; }
  get text() { return this.edit?.code ?? this.code; }

  // Editing.

  toggle() {
    if (this.field && !this.edit) return this.close();
    this.open();
  }

  open() {
    if (isReadOnly) return;
    if (!this.field) {
      this.field = new Field(this.name, this.anchor, (text) => this.change(text));
      this.field.code = this.text;
      this.showField();
    }
    this.field.area.focus();
  }

  close() {
    this.field?.end();
    this.field?.element.remove();
    this.field = null;
    this.showField();
    this.editButton.focus();
  }

  // The field takes the place of the listing.
  showField() {
    this.editButton.setAttribute('aria-expanded', String(this.field !== null));
    for (const part of this.listing ?? []) part.hidden = this.field !== null;
    if (!this.field) return;
    // Moving it would take the focus away.
    if (this.field.element.nextElementSibling !== this.tools) this.tools.before(this.field.element);
    this.field.code = this.text;
    this.field.number(this.line + linesAbove(this.anchor));
  }

  change(text) {
    const edit = this.edit ?? { base: this.code, hash: fileHash };
    keepEdit(this.anchor, { ...edit, code: text });
    this.say(this.edit ? 'not saved' : '');
    this.update();
    for (const block of blocks.values()) {
      if (block.field && block !== this) block.field.number(block.line + linesAbove(block.anchor));
    }
  }

  // Another tab has changed it, or a save.
  follow() {
    if (this.edit && !this.field) this.field = new Field(this.name, this.anchor, (text) => this.change(text));
    if (this.element) this.showField();
    this.say(this.edit ? 'not saved' : this.status.textContent === 'not saved' ? '' : this.status.textContent);
    this.update();
  }

  update() {
    const isChanged = this.edit !== null;
    this.saveButton.disabled = !isChanged;
    this.resetButton.disabled = !isChanged && !this.isShownElsewhere;
    this.stopButton.disabled = this.request === null;
    this.tools.classList.toggle('unsaved', isChanged);
  }

  say(state) {
    if (this.status.textContent !== state) this.status.textContent = state;
  }

  async reset() {
    this.request?.abort();
    keepEdit(this.anchor, null);
    this.knobs.reset();
    this.message.replaceChildren();
    this.isShownElsewhere = false;
    this.say('');
    if (leftovers.contains(this.element)) {
      blocks.delete(this.anchor);
      return this.element.remove();
    }
    this.showField();
    this.update();
    await refresh(this);
  }

  // Running.

  turn() {
    if (this.request && this.isTurning) {
      this.turnsAgain = true;
      return;
    }
    this.isTurning = true;
    this.run().finally(() => {
      this.isTurning = false;
      if (!this.turnsAgain) return;
      this.turnsAgain = false;
      this.turn();
    });
  }

  // A setup block's run is that of the experiments below that see it, those in view first.
  get wanted() {
    if (!this.isSetup) return [this.anchor];
    const all = [...blocks.values()];
    const below = all.slice(all.indexOf(this) + 1).filter(
      (block) => block.runs && !block.standsAlone);
    return [...below.filter((block) => isInView(block.element)),
      ...below.filter((block) => !isInView(block.element))].map((block) => block.anchor);
  }

  async run() {
    this.request?.abort();
    const request = this.request = new AbortController();
    const wanted = this.wanted;
    this.field?.findings.wait();
    this.message.replaceChildren();
    this.say(wanted.length ? 'running' : 'done: no experiment is below');
    this.update();
    const start = performance.now();
    let failed = false;
    let last = null;
    try {
      const response = await ask('run', {
        value: {
          page, blocks: wanted, knobs: this.knobs.turned,
          edits: [...edits].map(([anchor, { code }]) => ({ anchor, code })),
        }, signal: request.signal,
      });
      if (!response.ok) {
        this.refuse((await response.json().catch(() => null))?.message ?? response.statusText);
        failed = true;
      } else for await (const { name, value } of eventsOf(response)) {
        const block = blocks.get(value.anchor);
        if (name === 'ended') failed ||= value.failed;
        last = block ?? last;
        block?.hear(name, value);
        if (name !== 'progress') channel.postMessage({ book, page, name, value });
      }
      if (wanted.length && this.request === request) {
        const seconds = ((performance.now() - start) / 1000).toFixed(2);
        this.say(failed ? 'failed' : `done in ${seconds} s`);
      }
    } catch (error) {
      if (this.request !== request) return;
      this.say(error.name === 'AbortError' ? 'stopped' : 'failed');
      for (const anchor of wanted) blocks.get(anchor)?.outputs.end(null);
    }
    if (this.request !== request) return;
    this.request = null;
    this.field?.findings.ask(0);
    this.amount.textContent = '';
    this.update();
  }

  // What happens to the block, in this tab or in another one.
  hear(name, value) {
    if (!this.element) return;
    switch (name) {
      case 'started':
        this.outputs.begin();
        if (!this.request) this.say('running');
        break;
      case 'progress':
        this.amount.textContent = `${Math.floor(value.fraction * 100)} %, ${value.left.toFixed(0)} s left`;
        break;
      case 'output':
        this.outputs.showSoFar(blockFrom(value.html));
        break;
      case 'shown':
        this.outputs.end(blockFrom(value.html));
        break;
      case 'ended':
        this.isShownElsewhere = this.edit !== null || Object.keys(this.knobs.turned).length > 0 || edits.size > 0;
        this.outputs.end(blockFrom(value.html));
        this.knobs.show(value.knobs);
        this.amount.textContent = '';
        if (!this.request) this.say(value.failed ? 'failed' : `done in ${value.seconds.toFixed(2)} s`);
        this.update();
    }
  }

  refuse(text) {
    this.say('failed');
    this.message.replaceChildren(make('p', {}, text));
  }

  // Saving.

  // The reader has chosen between both texts of a conflict.
  keepMine(theirs, hash) {
    keepEdit(this.anchor, { code: this.text, base: theirs, hash });
    this.code = theirs;
    this.save();
  }

  takeTheirs(theirs) {
    keepEdit(this.anchor, null);
    this.code = theirs;
    this.message.replaceChildren();
    this.say('');
    this.showField();
    this.update();
  }

  async save() {
    const edit = this.edit;
    if (!edit || isReadOnly) return;
    this.message.replaceChildren();
    let response;
    try {
      response = await ask('save', {
        value: { page, edit: { anchor: this.anchor, code: edit.code }, hash: edit.hash },
      });
    } catch { return this.say('not saved'); }
    const answer = await response.json().catch(() => ({ message: response.statusText }));
    if (!response.ok) {
      this.refuse(answer.message);
      this.say('not saved');
      if (response.status === 409) this.message.append(conflictOf(this, edit, answer));
      return;
    }
    // The other edits began with the same file.
    for (const [anchor, other] of edits) {
      if (other.hash === edit.hash) keepEdit(anchor, { ...other, hash: answer.hash });
    }
    fileHash = answer.hash;
    this.code = edit.code;
    const now = this.edit?.code ?? edit.code;
    keepEdit(this.anchor, now === edit.code ? null : { code: now, base: edit.code, hash: answer.hash });
    this.say(this.edit ? 'not saved' : 'saved');
    this.update();
  }
}

// How many lines the unsaved edits above a block add to the chapter.
const linesAbove = (anchor) => {
  const count = (text) => text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
  let sum = 0;
  for (const block of blocks.values()) {
    if (block.anchor === anchor) return sum;
    if (block.edit) sum += count(block.edit.code) - count(block.code);
  }
  return sum;
};
