// The knobs of a block: a slider and a number for each, a list for names, a switch for off and on. Numbers
// are texts as the run wrote them.

const steps = 1000;
// Ranges over two decades, of whole numbers over three, are turned by their logarithm.
const isLogarithmic = ({ kind, low, high }) => low > 0 && high / low >= ({ real: 100, integer: 1000 })[kind];
const positionOf = (knob, value) => isLogarithmic(knob)
  ? Math.round(steps * Math.log(value / knob.low) / Math.log(knob.high / knob.low)) : value;
const valueAt = (knob, position) => {
  const { kind, low, high } = knob;
  const value = isLogarithmic(knob) ? low * (high / low) ** (position / steps) : position;
  const short = kind === 'integer' ? Math.round(value) : Number(value.toPrecision(isLogarithmic(knob) ? 3 : 4));
  return String(Math.min(Math.max(short, low), high));
};
const isSwitch = ({ kind, choices }) => kind === 'choice' && choices.length === 2
  && ['off on', 'no yes', 'false true', '关 开', '否 是'].includes(choices.join(' '));

// What a knob can be set to, from a text; says in `fault` what is wrong with it.
const settingFrom = (knob, text) => {
  if (knob.kind === 'choice') {
    return knob.choices.includes(text) ? { value: text } : { fault: 'choice' };
  }
  const number = /^\s*$/.test(text) ? NaN : Number(text.replace('−', '-'));
  if (!Number.isFinite(number)) return { fault: 'number' };
  const whole = knob.kind === 'integer' ? Math.round(number) : number;
  const value = Math.min(Math.max(whole, Number(knob.low)), Number(knob.high));
  return value === number ? { value: String(value) } : { value: String(value), fault: 'range' };
};

class Knobs {
  // `say` gives the texts: `group`, `number(name)`, and, where a knob can be played, `play` and `pause`.
  constructor(say, onTurn, onFault = () => {}) {
    this.say = say;
    this.onTurn = onTurn;
    this.onFault = onFault;
    this.element = make('div', { class: 'knobs', role: 'group', 'aria-label': say.group });
    this.controls = new Map();
    this.turned = {};
  }

  // Shows the knobs that a run has read. What the reader holds is not moved.
  show(knobs) {
    const names = knobs.map(({ name }) => name);
    for (const [name, control] of this.controls) {
      if (names.includes(name)) continue;
      control.element.remove();
      this.controls.delete(name);
      delete this.turned[name];
    }
    for (const knob of knobs) {
      const control = this.controls.get(knob.name) ?? this.add(knob);
      control.knob = knob;
      if (!(knob.name in this.turned)) control.set(knob.value);
    }
  }

  add(knob) {
    const label = make('span', { class: 'name', 'aria-hidden': 'true' }, knob.name);
    const element = make('div', { class: 'turn' }, label);
    const control = { element, knob, isHeld: false };
    control.turn = (value) => {
      control.set(value);
      if (value === control.knob.standard) delete this.turned[knob.name];
      else this.turned[knob.name] = value;
      this.onTurn();
    };
    if (isSwitch(knob)) this.addSwitch(control);
    else if (knob.kind === 'choice') this.addList(control);
    else this.addSlider(control);
    this.controls.set(knob.name, control);
    this.element.append(element);
    return control;
  }

  addSwitch(control) {
    const box = make('input', { type: 'checkbox', role: 'switch', 'aria-label': control.knob.name });
    const text = make('output', {});
    control.set = (value) => {
      box.checked = value === control.knob.choices[1];
      text.textContent = value;
    };
    box.addEventListener('change', () => control.turn(control.knob.choices[box.checked ? 1 : 0]));
    control.element.append(box, text);
  }

  addList(control) {
    const list = make('select', { 'aria-label': control.knob.name });
    control.set = (value) => {
      const { choices } = control.knob;
      const isNew = choices.some((name, index) => list.options[index]?.value !== name);
      if (isNew || list.length !== choices.length) {
        list.replaceChildren(...choices.map((name) => make('option', { value: name }, name)));
      }
      list.value = value;
    };
    list.addEventListener('change', () => control.turn(list.value));
    control.element.append(list);
  }

  addSlider(control) {
    const { knob } = control;
    const [low, high] = [Number(knob.low), Number(knob.high)];
    const isLog = isLogarithmic({ ...knob, low, high });
    const slider = make('input', {
      type: 'range', 'aria-label': knob.name, min: isLog ? 0 : low, max: isLog ? steps : high,
      step: isLog || knob.kind === 'integer' ? '1' : 'any',
    });
    const text = make('input', {
      type: 'number', 'aria-label': this.say.number(knob.name), min: low, max: high,
      step: knob.kind === 'real' ? 'any' : '1',
    });
    const shape = () => ({ ...control.knob, low: Number(control.knob.low), high: Number(control.knob.high) });
    control.set = (value) => {
      slider.value = positionOf(shape(), Number(value));
      text.value = value;
      slider.setAttribute('aria-valuetext', value);
    };
    slider.addEventListener('input', () => {
      control.stop?.();
      control.turn(valueAt(shape(), Number(slider.value)));
    });
    text.addEventListener('change', () => {
      control.stop?.();
      const written = text.value;
      const { value, fault } = settingFrom(control.knob, written);
      if (value === undefined) control.set(this.turned[knob.name] ?? control.knob.standard);
      else control.turn(value);
      if (fault) this.onFault(control.knob, written, fault);
    });
    control.element.append(slider, text);
    if (this.say.play) this.addPlay(control, slider, shape);
  }

  // A button that sweeps a knob over its range and back to where it was.
  addPlay(control, slider, shape) {
    const button = make('button', { type: 'button', class: 'play' }, this.say.play);
    button.setAttribute('aria-label', `${this.say.play}: ${control.knob.name}`);
    let timer = 0;
    control.stop = () => {
      if (!timer) return;
      clearInterval(timer);
      timer = 0;
      button.textContent = this.say.play;
      button.setAttribute('aria-label', `${this.say.play}: ${control.knob.name}`);
    };
    button.addEventListener('click', () => {
      if (timer) return control.stop();
      const start = this.turned[control.knob.name] ?? control.knob.standard;
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const count = isCalm ? 6 : 80;
      let index = 0;
      button.textContent = this.say.pause;
      button.setAttribute('aria-label', `${this.say.pause}: ${control.knob.name}`);
      timer = setInterval(() => {
        const [from, to] = [Number(slider.min), Number(slider.max)];
        const isDone = index > count;
        control.turn(isDone ? start : valueAt(shape(), from + (to - from) * index / count));
        index += 1;
        if (isDone) control.stop();
      }, isCalm ? 1000 : 60);
    });
    control.element.append(button);
  }

  stop() {
    for (const control of this.controls.values()) control.stop?.();
  }

  reset() {
    this.stop();
    this.turned = {};
    for (const control of this.controls.values()) control.set(control.knob.standard);
  }
}
