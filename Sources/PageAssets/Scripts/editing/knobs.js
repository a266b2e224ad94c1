// The knobs of a block: a slider and a number for each.

class Knobs {
  constructor(name, onTurn) {
    this.onTurn = onTurn;
    this.element = make('div', { class: 'knobs', role: 'group', 'aria-label': `Knobs of ${name}` });
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
    const isChoice = knob.kind === 'choice';
    const slider = make('input', {
      type: 'range', 'aria-label': knob.name, min: knob.low, max: knob.high,
      step: knob.kind === 'real' ? 'any' : '1',
    });
    const text = isChoice ? make('output', {}) : make('input', {
      type: 'number', 'aria-label': `${knob.name}, as a number`, min: knob.low, max: knob.high,
      step: knob.kind === 'real' ? 'any' : '1',
    });
    const element = make(
      'div', { class: 'turn' }, make('span', { class: 'name', 'aria-hidden': 'true' }, knob.name),
      slider, text);
    const control = {
      element, knob,
      set: (value) => {
        slider.value = isChoice ? control.knob.choices.indexOf(value) : value;
        if (isChoice) text.textContent = value; else text.value = value;
        slider.setAttribute('aria-valuetext', value);
      },
    };
    const turn = (value) => {
      control.set(value);
      if (value === control.knob.standard) delete this.turned[knob.name];
      else this.turned[knob.name] = value;
      this.onTurn();
    };
    slider.addEventListener('input', () => {
      if (isChoice) return turn(control.knob.choices[Number(slider.value)]);
      const { low, high } = control.knob;
      const short = Number(Number(slider.value).toPrecision(4));
      turn(String(Math.min(Math.max(short, low), high)));
    });
    if (!isChoice) text.addEventListener('change', () => {
      if (text.value !== '' && text.checkValidity()) turn(String(Number(text.value)));
    });
    this.controls.set(knob.name, control);
    this.element.append(element);
    return control;
  }

  reset() {
    this.turned = {};
    for (const control of this.controls.values()) control.set(control.knob.standard);
  }
}
