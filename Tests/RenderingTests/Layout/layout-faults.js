// The faults in the layout of the page that is open, each as one line: an expression that any browser
// evaluates.
(() => {
  const faults = [];
  const describe = (element) => {
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim();
    const name = element.id ? `#${element.id}` : `.${element.getAttribute('class')}`;
    return `${element.localName}${name} "${[...text.replace(/\s+/g, ' ')].slice(0, 50).join('')}"`;
  };
  const report = (kind, element, ...more) =>
    faults.push([`${kind}:`, describe(element), ...more].join(' '));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const clips = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const width = document.documentElement.clientWidth;

  // Formulas: none that has a place to break is wider than its own, and nothing lies over it.
  for (const place of document.querySelectorAll('.formula > .scroll, .wide')) {
    if (!isSeen(place)) continue;
    const isCut = place.scrollWidth > place.clientWidth + 1;
    const widest = Math.max(...[...place.querySelectorAll('math')].map((piece) => piece.getBoundingClientRect().width));
    if (isCut && widest < place.clientWidth - 1) report('cut formula', place, `"${place.textContent.trim().slice(0, 60)}"`);
    if (isCut && !place.hasAttribute('tabindex')) report('unreachable formula', place);
  }
  for (const number of document.querySelectorAll('.formula > .number')) {
    const own = number.getBoundingClientRect();
    for (const part of number.parentElement.querySelectorAll('math')) {
      const box = part.getBoundingClientRect();
      const isBeside = Math.min(own.bottom, box.bottom) - Math.max(own.top, box.top) > 1;
      if (isBeside && box.right > own.left + 1) report('number over a formula', number);
    }
  }

  // Labels: the boxes of two texts of a chart do not meet. The box of a text is higher than its
  // letters; what Firefox gives for a shape on the screen has its stroke around it as well.
  const boxOfShape = (shape) => {
    const { x, y, width: wide, height } = shape.getBBox();
    const matrix = shape.getScreenCTM();
    const corners = [[x, y], [x + wide, y], [x, y + height], [x + wide, y + height]]
      .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
    const [across, along] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
    return {
      left: Math.min(...across), right: Math.max(...across), top: Math.min(...along), bottom: Math.max(...along),
    };
  };
  for (const chart of document.querySelectorAll('svg')) {
    if (!isSeen(chart)) continue;
    const labels = [...chart.querySelectorAll('text')].filter(isSeen).map((label) => {
      const { left, right, top, bottom } = boxOfShape(label);
      const air = (bottom - top) * 0.2;
      return { label, left, right, top: top + air, bottom: bottom - air };
    });
    labels.forEach((a, index) => {
      for (const b of labels.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && along > 1) report('overlap', a.label, 'and', describe(b.label));
      }
    });
  }

  // The window: what is outside of it can be reached by scrolling in an element of its own.
  const outside = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    // The box of a group is that of its parts, each of which is looked at.
    if (element.localName === 'g') continue;
    const isDrawn = element instanceof SVGGraphicsElement && element.localName !== 'svg';
    const { left, right } = isDrawn ? boxOfShape(element) : element.getBoundingClientRect();
    if (left === right || left >= -1 && right <= width + 1) continue;
    if (element.closest('dialog, .skip') || !isSeen(element)) continue;
    let holder = element.parentElement;
    while (holder && !clips(holder)) holder = holder.parentElement;
    if (outside.has(element.parentElement)) outside.add(element);
    else if (!holder || holder === document.body) {
      report('outside the window', element);
      outside.add(element);
    }
  }

  // Lines: none begins with a mark that belongs to what is before it.
  const marks = /[,.;:!?)\]}»”’…%。，、；：！？）】》]/gu;
  const range = document.createRange();
  const boxOf = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    // WebKit has an empty one at the end of the line before as well.
    return [...range.getClientRects()].filter((box) => box.width > 0).at(-1);
  };
  const before = (node) => {
    while (node && !node.previousSibling) {
      node = node.parentElement;
      if (!node || !getComputedStyle(node).display.startsWith('inline')) return null;
    }
    return node?.previousSibling;
  };
  const walker = document.createTreeWalker(
    document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('pre, math, svg, .scroll.table') || !isSeen(node.parentElement)) continue;
    for (const { index } of node.data.matchAll(marks)) {
      // A dot before a letter belongs to a name, such as the end of a file's: it is no full stop.
      if (node.data[index] === '.' && /[\p{L}_]/u.test(node.data[index + 1] ?? '')) continue;
      const mark = boxOf(node, index, index + 1);
      if (!mark) continue;
      let last = null;
      if (index > 0) {
        if (/\s/.test(node.data[index - 1])) continue;
        last = boxOf(node, index - 1, index);
      } else {
        const previous = before(node);
        if (previous?.nodeType === Node.ELEMENT_NODE) last = [...previous.getClientRects()].at(-1);
        else if (previous && !/\s$/.test(previous.data)) {
          last = boxOf(previous, previous.length - 1, previous.length);
        }
      }
      if (last && mark.top > last.top + last.height / 2 && mark.left < last.right - 1) {
        report('begins a line', node.parentElement, `at "${[...node.data.slice(index)].slice(0, 12).join('')}"`);
      }
    }
  }
  return [...new Set(faults)].join('\n');
})()
