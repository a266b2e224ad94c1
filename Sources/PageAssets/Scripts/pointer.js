// Shows a chart's values at the pointer, and with the arrow keys where a chart has the focus. The
// values come from the link to the chart's data, their positions from the frame of the picture.

const parse = text => text.trim().split('\n').map(line => {
  const cells = [];
  for (const [, cell] of line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)) {
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
  }
  return cells;
});
const brief = text => {
  const number = Number(text);
  const short = Number.isFinite(number) ? String(Number(number.toPrecision(5))) : text;
  return text === '' ? text : short.replaceAll('-', Number.isNaN(number) ? '-' : '\u2212');
};
const place = (value, kind, exponent) => {
  if (kind === 0) return value;
  if (kind === 1) return Math.log10(value);
  const size = Math.abs(value) / 10 ** exponent;
  return size <= 1 ? value / 10 ** exponent : Math.sign(value) * (1 + Math.log10(size));
};
const create = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};

// The iterates of paths: each with its step, both coordinates and its value.
const iterates = (names, rows, roles) => {
  const points = [];
  let step = 0;
  roles.forEach((role, across) => {
    if (role === 't') step = across;
    if (role[0] !== 'a') return;
    const hasValue = roles[across + 2] === 'v' + role.slice(1);
    const others = hasValue ? [across + 1, across + 2] : [across + 1];
    for (const row of rows) {
      if (!row[across] || !row[across + 1]) continue;
      points.push({
        series: Number(role.slice(1)), panel: 0, isAlone: true, name: names[across], isNamed: false,
        x: Number(row[across]), y: Number(row[across + 1]), label: names[step],
        xText: brief(row[step]), yText: brief(row[across]),
        more: others.map(column => names[column] + ': ' + brief(row[column])),
      });
    }
  });
  return points;
};

// The points of a chart: each with its series, its panel, its numbers and their texts.
const pointsOf = link => {
  const [names, ...rows] = parse(decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1)));
  let places = [];
  let last = '';
  const points = [];
  const roles = link.dataset.columns.split(' ');
  if (roles[0] === 't') return iterates(names, rows, roles);
  roles.forEach((role, column) => {
    if (role === 'x') places = last === 'x' ? [...places, column] : [column];
    last = role;
    if (role === 'x') return;
    const [, alone, series, panel] = role.match(/(\.?)(\d+)(?:@(\d+))?/);
    rows.forEach((row, index) => {
      const texts = places.map(place => row[place]);
      if (texts[0] === '' || row[column] === '' || row[column] === undefined) return;
      const numbers = texts.map(Number);
      const isNamed = numbers.some(Number.isNaN);
      const x = isNamed ? index : numbers.reduce((a, b) => a + b) / numbers.length;
      points.push({
        series: Number(series), panel: Number(panel ?? 0), isAlone: alone !== '', name: names[column],
        isNamed, x, y: Number(row[column]), label: names[places[0]].replace(/ ≥$/, ''),
        xText: texts.map(brief).join(' … '), yText: brief(row[column]),
      });
    });
  });
  return points;
};

for (const pair of document.querySelectorAll('.chart-pair')) {
  const link = pair.closest('figure')?.nextElementSibling?.querySelector?.('a[data-columns]');
  if (!link?.dataset.columns) continue;
  let all = null, layer = null, chosen = 0;
  const tip = document.createElement('div');
  tip.className = 'chart-tip';
  tip.setAttribute('role', 'status');
  tip.hidden = true;
  pair.append(tip);
  pair.tabIndex = 0;
  pair.setAttribute('role', 'group');
  pair.setAttribute('aria-label', words.values);

  const picture = () => [...pair.querySelectorAll('svg')].find(svg => svg.clientWidth > 0);
  const panels = svg => svg.dataset.panels.split(';').map(text => {
    const [left, top, width, height, xKind, x0, x1, xExponent, yKind, y0, y1, yExponent] =
      text.split(' ').map(Number);
    return {
      left, top, width, height,
      x: value => left + (place(value, xKind, xExponent) - x0) / (x1 - x0) * width,
      y: value => top + height - (place(value, yKind, yExponent) - y0) / (y1 - y0) * height,
    };
  });
  const placed = svg => {
    all ??= pointsOf(link);
    const frames = panels(svg);
    return all.map(point => {
      const frame = frames[point.panel] ?? frames[0];
      return { ...point, frame, px: frame.x(point.x), py: frame.y(point.y) };
    }).filter(({ px, frame }) => px >= frame.left - 1 && px <= frame.left + frame.width + 1);
  };
  const hide = () => {
    tip.hidden = true;
    layer?.remove();
  };
  const nearest = (points, distance) => points.reduce(
    (best, point) => best && distance(best) <= distance(point) ? best : point, null);

  // Marks a point, and those of the other series at its place.
  const show = (svg, points, point) => {
    hide();
    const columns = [...new Set(points.map(({ name }) => name))];
    const group = point.isAlone ? [point] : columns
      .map(name => nearest(points.filter(other => other.name === name && other.panel === point.panel),
        other => Math.abs(other.px - point.px)))
      .filter(other => other && Math.abs(other.px - point.px) < 3);
    layer = create('g', { 'class': 'chart-pointer' });
    const { frame } = point;
    layer.append(create('path', { d: `M${point.px} ${frame.top}V${frame.top + frame.height}` }));
    tip.replaceChildren();
    const line = (text, series) => {
      const element = document.createElement('div');
      element.textContent = text;
      element.dataset.series = series;
      tip.append(element);
    };
    line(point.isNamed ? point.xText : point.label + ' ' + point.xText, 0);
    for (const other of group) {
      const isInside = other.py >= frame.top - 1 && other.py <= frame.top + frame.height + 1;
      if (isInside) {
        const color = 'series-' + ((other.series + 7) % 8 + 1);
        const dot = create('g', { 'class': color });
        dot.append(create('circle', { cx: other.px, cy: other.py, r: 4 }));
        layer.append(dot);
      }
      line(other.name + ': ' + other.yText, other.series);
      for (const text of other.more ?? []) line(text, other.series);
    }
    svg.append(layer);
    tip.hidden = false;
    const scale = svg.clientWidth / svg.viewBox.baseVal.width;
    const isRight = point.px > svg.viewBox.baseVal.width / 2;
    tip.style.left = isRight ? 'auto' : point.px * scale + 10 + 'px';
    tip.style.right = isRight ? pair.clientWidth - point.px * scale + 10 + 'px' : 'auto';
    tip.style.top = frame.top * scale + 'px';
  };

  pair.addEventListener('pointermove', event => {
    const svg = picture();
    if (!svg || tip.contains(event.target)) return;
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    const x = (event.clientX - box.left) / scale;
    const y = (event.clientY - box.top) / scale;
    const frames = panels(svg);
    const at = frames.findIndex(({ left, top, width, height }) =>
      x >= left - 6 && x <= left + width + 6 && y >= top - 6 && y <= top + height + 6);
    if (at < 0) { hide(); return; }
    const points = placed(svg).filter(point => point.panel === at);
    const point = nearest(points, ({ px, py, isAlone }) =>
      Math.abs(px - x) + (isAlone ? Math.abs(py - y) : 0));
    if (point) show(svg, points, point); else hide();
  });
  pair.addEventListener('pointerleave', hide);
  pair.addEventListener('blur', hide);
  pair.addEventListener('keydown', event => {
    if (event.target !== pair || event.ctrlKey || event.metaKey || event.altKey) return;
    const svg = picture();
    const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
    if (event.key === 'Escape') { hide(); return; }
    if (!svg || !(event.key in steps)) return;
    const sorted = placed(svg).sort((a, b) => a.panel - b.panel || a.px - b.px);
    const stops = sorted.filter((point, index) => index === 0 || point.isAlone
      || point.panel !== sorted[index - 1].panel || point.px - sorted[index - 1].px > 0.5);
    if (stops.length === 0) return;
    event.preventDefault();
    const by = steps[event.key];
    chosen = Math.min(Math.max(tip.hidden && Math.abs(by) === 1 ? chosen : chosen + by, 0),
      stops.length - 1);
    show(svg, sorted, stops[chosen]);
  });
}
