// The part of a section that holds the most of the query's terms, with marks.

const snippet = (text, query) => {
  const wanted = new Set(termsOf(query));
  const marks = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (!isHan(piece)) {
      const base = termOf(plain(piece));
      const isWanted = (term) => base === term || term.length > 2 && base.startsWith(term)
        || term.length > 3 && isNear(base, term);
      if ([...wanted].some(isWanted)) {
        marks.push([index, index + piece.length, base]);
      }
      continue;
    }
    pairs(piece).forEach((pair, at) => {
      if (!wanted.has(pair)) return;
      const start = index + at;
      const last = marks.at(-1);
      if (last && last[1] >= start) last[1] = start + pair.length;
      else marks.push([start, start + pair.length, pair]);
    });
  }
  const width = isHan(query) ? 80 : 160;
  let best = 0;
  let most = 0;
  marks.forEach(([start], index) => {
    const near = marks.slice(index).filter((mark) => mark[1] < start + width);
    const kinds = new Set(near.map((mark) => mark[2])).size;
    if (kinds > most) [best, most] = [start, kinds];
  });
  let from = Math.max(best - width / 4, 0);
  if (from > 0) from = Math.max(text.lastIndexOf(' ', from) + 1, from - 20);
  let to = Math.min(from + width, text.length);
  const space = to < text.length ? text.lastIndexOf(' ', to) : -1;
  if (space > from + width * 0.8) to = space;
  const line = make('span', { class: 'snippet' }, from > 0 ? '… ' : '');
  let place = from;
  for (const [start, end] of marks) {
    if (start < place || end > to) continue;
    line.append(text.slice(place, start), make('mark', {}, text.slice(start, end)));
    place = end;
  }
  line.append(text.slice(place, to), to < text.length ? ' …' : '');
  return line;
};
