// An old chart behind a new one.

// The frame of a picture with one panel: its size, and the ends of its axes.
const frameOf = (svg) => {
  const panels = svg.dataset.panels?.split(';') ?? [];
  if (panels.length !== 1) return null;
  const [, , width, height, xKind, x0, x1, , yKind, y0, y1] = panels[0].split(' ').map(Number);
  return { width, height, xKind, x0, x1, yKind, y0, y1 };
};
const marksOf = (svg) => [...svg.querySelectorAll('g[transform] > [class*="series-"]')]
  .filter((mark) => mark.localName !== 'text' && !mark.closest('.chart-ghost'));

// Draws the lines of an old picture behind those of a new one, on the new one's axes. Returns false where
// the two cannot share them.
const addGhost = (old, svg) => {
  const from = frameOf(old);
  const to = frameOf(svg);
  const first = marksOf(svg)[0];
  const marks = marksOf(old);
  if (!from || !to || !first || !marks.length) return false;
  if (from.xKind !== to.xKind || from.yKind !== to.yKind) return false;
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
  return true;
};
