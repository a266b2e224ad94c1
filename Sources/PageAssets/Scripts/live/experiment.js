// An experiment of the page: its knobs, its buttons, what it says, and its runs.

let runner = null;
const getRunner = async () => {
  const modules = await loadModules();
  runner ??= new Runner(modules, timeLimit);
  return runner;
};

// The experiments that wait for their turn; each once, with the settings that its knobs have then.
const waiting = new Set();
let isRunning = false;
const workOff = async () => {
  if (isRunning) return;
  isRunning = true;
  while (waiting.size) {
    const [experiment] = waiting;
    waiting.delete(experiment);
    await experiment.runNow();
  }
  isRunning = false;
};

class Experiment {
  constructor(anchor, [number, line, knobs]) {
    Object.assign(this, { anchor, number, line, settings: knobs.map(knobFrom) });
    // What was wrong with the settings that were asked for last.
    this.faults = [];
    this.element = document.getElementById(this.anchor);
    const output = this.element.querySelector(':scope > .output');
    this.block = /\d+/.exec(this.element.querySelector(':scope > .number').textContent)[0];
    this.figures = numbersFrom(output.querySelector('figcaption > .number'));
    this.tables = numbersFrom(output.querySelector('caption > .number'));
    this.output = new LiveOutput(output);
    this.knobs = new Knobs({
      group: fill(words.knobs, this.block), number: (name) => fill(words.number, name),
      play: words.play, pause: words.pause,
    }, () => this.turn(), (knob, text, fault) => this.refuse(knob, text, fault));
    this.knobs.show(this.settings);
    this.makeTools();
    output.before(this.tools, this.note, this.knobs.element);
    this.element.classList.add('live');
    if (this.settings.length) this.element.classList.add('has-knobs');
  }

  get known() { return new Map(this.settings.map((knob) => [knob.name, knob])); }
  get turned() { return this.knobs.turned; }
  get isTurned() { return Object.keys(this.turned).length > 0; }

  makeTools() {
    this.tools = make('div', {
      class: 'block-tools live-tools', role: 'group', 'aria-label': fill(words.tools, this.block),
    });
    const button = (name, action, isWanted = true) => {
      const element = make('button', { type: 'button' }, name);
      element.addEventListener('click', action);
      if (isWanted) this.tools.append(element);
      return element;
    };
    const hasKnobs = this.settings.length > 0;
    this.runButton = button(words.run, () => this.run());
    this.stopButton = button(words.stop, () => this.stop());
    this.stopButton.disabled = true;
    this.resetButton = button(words.reset, () => this.reset(), hasKnobs);
    this.compareButton = button(words.compare, () => this.compare(), hasKnobs && this.output.pictures.length > 0);
    this.compareButton.setAttribute('aria-pressed', 'false');
    button(words.link, () => this.copyLink(), hasKnobs);
    this.status = make('span', { class: 'state', role: 'status' });
    this.tools.append(this.status);
    // What is seen at once is heard when the knob rests.
    this.heard = make('span', { class: 'unseen-status', role: 'status' });
    this.tools.append(this.heard);
    this.note = make('div', { class: 'message', role: 'alert' });
  }

  say(text) { if (this.status.textContent !== text) this.status.textContent = text; }
  // Says what is wrong, as sentences; nothing when all is well.
  complain(texts) {
    if (texts.join('\n') === [...this.note.children].map(({ textContent }) => textContent).join('\n')) return;
    this.note.replaceChildren(...texts.map((text) => make('p', {}, text)));
  }

  refuse({ name, low, high, choices }, text, fault) {
    this.faults.push(
      fault === 'number' ? fill(words.nonumber, name, text)
        : fault === 'choice' ? fill(words.nochoice, name, text, choices.join(words.comma))
          : fill(words.range, name, low, high, text));
    this.complain(this.faults);
  }

  turn() {
    this.faults = [];
    this.run();
  }

  run() {
    waiting.add(this);
    workOff();
  }

  stop() {
    this.knobs.stop();
    waiting.delete(this);
    if (this.isBusy) runner?.stop();
  }

  async runNow() {
    let place;
    try { place = await getRunner(); } catch (error) {
      this.knobs.stop();
      this.complain([fill(words.missing, error.message)]);
      return;
    }
    const settings = { ...this.turned };
    this.isBusy = true;
    this.stopButton.disabled = false;
    this.output.element.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => this.say(words.running), 200);
    const result = await place.run(
      { number: this.number, input: inputOf(this, this.known, settings) },
      (progress) => this.say(`${Math.round(100 * progress)} %`));
    clearTimeout(slow);
    this.isBusy = false;
    this.stopButton.disabled = true;
    this.output.element.removeAttribute('aria-busy');
    this.take(result, settings);
  }

  take({ pieces, values, time, knobs, trap, isLate, isStopped }, settings) {
    if (pieces) {
      this.settings = [...new Map(knobs.map((knob) => [knob[0], knobFrom(knob)])).values()];
      this.knobs.show(this.settings);
      const before = this.output.isPrinted && !Object.keys(settings).length ? this.output.text : null;
      this.output.show(pieces);
      this.element.dataset.turned = '';
      showValues(this.anchor, values);
      this.complain(this.faults);
      const isSame = before !== null && before === this.output.text;
      const divergences = this.output.divergences.map((note) => fill(words.diverged, note));
      this.say([
        fill(isSame ? words.same : words.ran, time < 10 ? time.toFixed(1) : time.toFixed(0)),
        ...divergences, ...this.ghostWords,
      ].join(' '));
      this.tell(settings);
      return;
    }
    this.knobs.stop();
    this.say('');
    if (isStopped) return this.say(words.stopped);
    this.complain([
      isLate ? fill(words.late, timeLimit, this.line) : fill(words.trap, this.line, trap),
    ]);
  }

  get ghostWords() {
    if (!this.output.compares || this.output.isPrinted) return [];
    const printed = this.settings.map(({ name, standard }) => `${name} = ${standard}`).join(words.comma);
    return [this.output.hasGhost ? fill(words.ghost, printed) : words.noghost];
  }

  // Tells what has changed to those who do not see it, once the knob rests.
  tell(settings) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      const set = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
      this.heard.textContent = [...set, ...this.output.descriptions].join('. ');
    }, 700);
  }

  reset() {
    this.stop();
    this.knobs.reset();
    this.output.reset();
    showValues(this.anchor);
    delete this.element.dataset.turned;
    this.faults = [];
    this.complain([]);
    this.heard.textContent = '';
    this.say(words.printed);
  }

  compare() {
    this.output.compare(!this.output.compares);
    this.compareButton.setAttribute('aria-pressed', String(this.output.compares));
    this.say(this.ghostWords.join(' '));
  }

  get fragment() {
    const values = Object.entries(this.turned).map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    return `#${this.anchor}${values.length ? `?${values.join('&')}` : ''}`;
  }

  async copyLink() {
    const address = location.href.replace(/#.*$/, '') + this.fragment;
    history.replaceState(null, '', this.fragment);
    try {
      await navigator.clipboard.writeText(address);
      this.say(words.copied);
    } catch {
      // Some browsers give a page from the disk no clipboard: the address bar has the link.
      this.say(words.address);
    }
  }

  // Takes the settings of a link. Whatever is wrong with it is said, and the rest is done.
  follow(query) {
    this.faults = [];
    this.knobs.reset();
    for (const part of query.split('&')) {
      const [name, text] = part.split('=').map((half) => {
        try { return decodeURIComponent(half); } catch { return half; }
      });
      const knob = this.known.get(name);
      if (!knob) {
        this.faults.push(fill(words.noknob, name));
        continue;
      }
      const { value, fault } = settingFrom(knob, text ?? '');
      if (fault) this.refuse(knob, text ?? '', fault);
      if (value === undefined || value === knob.standard) continue;
      this.knobs.turned[name] = value;
      this.knobs.controls.get(name).set(value);
    }
    this.complain(this.faults);
    this.element.scrollIntoView();
    this.run();
  }
}
