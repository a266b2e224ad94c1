// What the page says of its experiments, and the values in its prose.

const source = document.currentScript.src;
const page = JSON.parse(document.getElementById('_live').textContent);
const timeLimit = 5;
document.getElementById('_live-style')?.remove();
document.head.append(make('style', { id: '_live-style' }, rules));

// A knob as its control wants it, from the page's short form.
const knobFrom = ([name, ...rest]) => {
  if (Array.isArray(rest[0])) {
    const [choices, index] = rest;
    return { name, kind: 'choice', choices, standard: choices[index], value: choices[index] };
  }
  const [low, high, standard, isWhole] = rest;
  const value = String(standard);
  return { name, kind: isWhole ? 'integer' : 'real', low, high, standard: value, value };
};

// The number of the first figure or table of a block and the text before it, `2 3.` for Figure 3.2.
const numbersFrom = (element) => {
  const [, prefix, first] = /(\d+\.)?(\d+)\D*$/.exec(element?.textContent ?? '') ?? [];
  return `${first ?? 1} ${prefix ?? ''}`;
};
const fill = (text, ...parts) => parts.reduce((filled, part) => filled.replace('#', () => part), text);

const valuePlaces = new Map();
for (const element of document.querySelectorAll('[data-value]')) {
  const [anchor, name] = element.dataset.value.split('.');
  const request = `${name} ${element.dataset.format ?? ''}`;
  if (!valuePlaces.has(anchor)) valuePlaces.set(anchor, new Map());
  const places = valuePlaces.get(anchor);
  if (!places.has(request)) places.set(request, []);
  places.get(request).push({ element, printed: element.dataset.printed ?? element.textContent });
}

// Shows values in the prose; without any, the printed ones.
const showValues = (anchor, values = {}) => {
  for (const [request, places] of valuePlaces.get(anchor) ?? []) {
    for (const { element, printed } of places) {
      const text = values[request] ?? printed;
      if (element.textContent !== text) element.textContent = text;
      element.classList.toggle('turned', text !== printed);
      // So that a copy of the page that the browser saves can go back to it.
      if (text === printed) delete element.dataset.printed; else element.dataset.printed = printed;
    }
  }
};

// Sixteen digits for the bits of a number: nothing has to read decimals.
const bitsOf = (number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
};

// The lines with which a run is asked for: the knobs that are turned, and where its outputs stand.
const inputOf = (experiment, knobs, turned) => {
  const settings = Object.entries(turned).map(([name, value]) => {
    const { kind, choices } = knobs.get(name);
    return `${name}=${bitsOf(kind === 'choice' ? choices.indexOf(value) : Number(value))}`;
  });
  const shown = [
    `language=${document.documentElement.lang.slice(0, 2)}`, `block=${experiment.block}`,
    `anchor=${experiment.anchor}`, `figures=${experiment.figures}`, `tables=${experiment.tables}`,
    ...[...valuePlaces.get(experiment.anchor)?.keys() ?? []].map((request) => `value=${request}`),
  ];
  return [...settings, ...shown.map((line) => `show ${line}`), ''].join('\n');
};
