// The outputs of a block: replaced by those of a newer run, and the chart before behind the new one.

// The frame of a picture with one panel: its size, and the ends of its axes.
const frameOf = (svg) => {
  const panels = svg.dataset.panels?.split(';') ?? [];
  if (panels.length !== 1) return null;
  const [, , width, height, xKind, x0, x1, , yKind, y0, y1] = panels[0].split(' ').map(Number);
  return { width, height, xKind, x0, x1, yKind, y0, y1 };
};
const marksOf = (svg) => [...svg.querySelectorAll('g[transform] > [class*="series-"]')]
  .filter((mark) => mark.localName !== 'text' && !mark.closest('.chart-ghost'));

// Draws the lines of an old picture behind those of a new one, on the new one's axes.
const addGhost = (old, svg) => {
  const from = frameOf(old);
  const to = frameOf(svg);
  const first = marksOf(svg)[0];
  const marks = marksOf(old);
  if (!from || !to || !first || !marks.length) return;
  if (from.xKind !== to.xKind || from.yKind !== to.yKind) return;
  const across = (to.x1 - to.x0) / to.width;
  const up = (to.y1 - to.y0) / to.height;
  const a = (from.x1 - from.x0) / from.width / across;
  const d = (from.y1 - from.y0) / from.height / up;
  const b = (from.x0 - to.x0) / across;
  const e = to.height - (from.y1 - to.y0) / up;
  const create = (tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const clip = create('svg', {
    class: 'chart-ghost', width: to.width, height: to.height, 'aria-hidden': 'true',
  });
  const group = create('g', { transform: `matrix(${a} 0 0 ${d} ${b} ${e})` });
  for (const mark of marks) {
    const copy = mark.cloneNode(true);
    for (const part of [copy, ...copy.querySelectorAll('*')]) part.removeAttribute('id');
    for (const part of copy.querySelectorAll('text, title')) part.remove();
    group.append(copy);
  }
  clip.append(group);
  first.before(clip);
};

// The outputs in a block's markup, with its listing and the name that goes with the block.
const blockFrom = (html) => html ? parse(html).body.firstElementChild : null;

class Outputs {
  constructor(name) {
    this.name = name;
    this.element = null;
    this.pictures = null;
    this.compares = false;
  }

  // Takes over a region of the page, or makes an empty one.
  adopt(element, block) {
    this.element = element ?? make('div', { class: 'output' });
    if (!element) block.append(this.element);
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', `Output of ${this.name}`);
    for (const knob of this.element.querySelectorAll('.knob')) knob.remove();
  }

  get svgs() { return [...this.element.querySelectorAll('.chart-pair > svg')]; }

  begin() {
    if (this.compares) this.pictures = this.svgs;
    this.element.classList.add('stale');
    this.element.setAttribute('aria-busy', 'true');
  }

  // Shows what there is so far; the region does not shrink meanwhile.
  showSoFar(block) {
    this.element.style.minHeight = `${this.element.offsetHeight}px`;
    this.element.classList.remove('stale');
    this.replace(block);
  }

  end(block) {
    this.element.style.minHeight = '';
    this.element.classList.remove('stale');
    if (block) this.replace(block);
    this.element.removeAttribute('aria-busy');
    if (block && this.compares && this.pictures) {
      this.svgs.forEach((svg, index) => {
        if (this.pictures[index]) addGhost(this.pictures[index], svg);
      });
    }
  }

  replace(block) {
    const news = [...block?.querySelector(':scope > .output')?.childNodes ?? []]
      .filter((node) => !(node instanceof Element && node.matches('.knob')));
    const olds = [...this.element.childNodes];
    keepOpen(olds, news);
    this.element.replaceChildren(...news);
    announce(news);
  }

  compare(isOn) {
    this.compares = isOn;
    if (isOn) return;
    this.pictures = null;
    for (const ghost of this.element.querySelectorAll('.chart-ghost')) ghost.remove();
  }
}
